package check_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/check"
	"gongshi/internal/load"
)

// TestOrdinaryProse reads long ordinary prose, full of dates, ages, names and
// periods, beside the first programme's figures: hardly a number in it may be
// taken for one of them.
func TestOrdinaryProse(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"config.toml", "content/sources.toml", "content/vocabulary.toml", "content/metrics/programme.toml"} {
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	for _, lang := range []string{"zh", "en"} {
		prose, err := os.ReadFile("../numeral/testdata/prose." + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("⟦", "", "⟧", "", "<", "", "|", "").Replace(string(prose))
		if n := len([]rune(text)); n < 20000 {
			t.Fatalf("prose.%s.txt has %d characters, want 20,000", lang, n)
		}
		fsys["content/index."+lang+".md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Prose\"\n+++\n\n" + text)}
	}
	site, _ := load.Site(fsys)
	if site.Metrics.Len() < 10 {
		t.Fatalf("only %d metrics", site.Metrics.Len())
	}
	reports := map[string][]string{}
	for _, p := range check.Site(site) {
		if strings.Contains(p.Text, " is typed; ") || strings.Contains(p.Text, " stands beside ") {
			reports[p.Pos.File] = append(reports[p.Pos.File], p.String())
		}
	}
	for file, list := range reports {
		t.Logf("%d reports in %s", len(list), file)
		if len(list) > 2 {
			t.Errorf("%s: %d false reports; 2 may be:\n%s", file, len(list), strings.Join(list, "\n"))
		}
	}
}
