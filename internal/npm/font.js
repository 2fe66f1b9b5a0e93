// Makes static fonts of Noto Sans SC: of every file of the package, each of which
// holds some of the characters, one in each weight that is drawn. All of it is done
// by WebAssembly, so that the fonts are the same on every machine.
const fs = require("fs");
const path = require("path");
const subset = require("subset-font");

const from = "node_modules/@fontsource-variable/noto-sans-sc/files";

async function main() {
  for (const wght of [400, 700]) {
    const to = path.join("out", "font", String(wght));
    fs.mkdirSync(to, { recursive: true });
    for (const name of fs.readdirSync(from).sort()) {
      if (!name.endsWith("-wght-normal.woff2")) continue;
      const font = await subset(fs.readFileSync(path.join(from, name)), "", {
        targetFormat: "truetype", keepAllGlyphs: true,
        variationAxes: { wght }, noHinting: true, keepFeatures: ["kern"],
      });
      fs.writeFileSync(path.join(to, name.replace("-wght-normal.woff2", ".ttf")), font);
    }
  }
}

main().catch((err) => { console.error(err); process.exit(1); });
