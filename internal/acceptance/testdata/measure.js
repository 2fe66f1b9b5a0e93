// Measures the page as it is laid out now. The last expression is the result.
(() => {
  const slack = 1; // px: rounding is not a fault

  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
  };

  // describe names an element for a message: figure.chart > svg.wide "156盏".
  const describe = (element) => {
    const classes = [...element.classList].map((name) => "." + name).join("");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
    return `<${element.localName}${classes}> ${JSON.stringify(text)}`;
  };

  // scrolls tells whether something around the element may be scrolled sideways
  // by itself, as a wide table is.
  const scrolls = (element) => {
    for (let box = element; box !== document.body && box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };

  const sticksOut = (element) =>
    element.getBoundingClientRect().right > document.documentElement.clientWidth + slack && !scrolls(element);

  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;

  // inked is the part of a text's box that its characters fill: one em high. The
  // box itself is as high as the font wants its lines, and much higher in some.
  const inked = (text) => {
    const box = text.getBoundingClientRect();
    const em = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    const spare = Math.max(0, (box.height - em) / 2);
    return { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
  };

  // textFaults lists the texts of a drawing that are cut off or on one another.
  const textFaults = (svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter(shown);
    const boxes = texts.map(inked);
    const faults = [];
    boxes.forEach((box, i) => {
      const inside =
        box.left >= frame.left - slack && box.right <= frame.right + slack &&
        box.top >= frame.top - slack && box.bottom <= frame.bottom + slack;
      if (!inside) faults.push(`${describe(texts[i])} is cut off by the edge of the drawing`);
      for (let j = 0; j < i; j++) {
        if (overlap(box, boxes[j])) faults.push(`${describe(texts[j])} and ${describe(texts[i])} overlap`);
      }
    });
    return faults;
  };

  const chart = (figure) => {
    const drawings = [...figure.querySelectorAll("svg")].filter((svg) => svg.querySelector("text"));
    const visible = drawings.filter(shown);
    return {
      name: figure.id || describe(figure),
      drawings: drawings.length,
      shown: visible.length,
      rows: figure.querySelectorAll("tbody tr").length,
      faults: visible.flatMap(textFaults),
    };
  };

  const root = document.scrollingElement;
  return {
    headings: document.querySelectorAll("h1").length,
    overflow: root.scrollWidth - root.clientWidth,
    sticking: [...document.body.querySelectorAll("*")].filter(sticksOut).slice(0, 3).map(describe),
    charts: [...document.querySelectorAll("figure")].filter((figure) => figure.querySelector("svg text")).map(chart),
  };
})();
