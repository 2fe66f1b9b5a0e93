package acceptance

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/build"
	"gongshi/internal/chart"
	"gongshi/internal/npm"
)

// TestDrawings holds the drawings of every kind of chart to being readable: no
// text is cut off, on another one, or on a mark that is not its own.
func TestDrawings(t *testing.T) {
	specs := drawnSpecs()
	drawings := drawAll(t, specs)
	s := serveDrawings(t, specs, drawings)
	b := startBrowser(t)
	t.Run("in a page", func(t *testing.T) {
		for i, spec := range specs {
			t.Run(spec.ID, func(t *testing.T) {
				t.Parallel()
				checkDrawings(t, b, s, fmt.Sprintf("%d.html", i), widths...)
			})
		}
	})
	t.Run("alone", func(t *testing.T) {
		for i, spec := range specs {
			t.Run(spec.ID, func(t *testing.T) {
				t.Parallel()
				checkDrawings(t, b, s, fmt.Sprintf("%d.svg", i), 1280)
			})
		}
	})
}

// checkDrawings opens an address and looks at all drawings there, at every width.
func checkDrawings(t *testing.T, b *browser, s *site, address string, widths ...int64) {
	w := b.newTab(t, s)
	w.open(t, s.url+address)
	for _, width := range widths {
		w.resize(t, width)
		faults := evaluate[[]string](t, w, drawingFaultsJS)
		for _, fault := range faults {
			t.Errorf("%d px: %s", width, fault)
		}
	}
	w.quiet(t)
}

// drawingFaultsJS lists the faults of the drawings on a page: texts that are cut
// off or on one another, texts on a mark that are not meant to be there, texts
// that are meant for a mark and stick out of it, and texts on a line.
const drawingFaultsJS = `(() => {
  const slack = 1;
  const name = (e) => JSON.stringify(e.textContent.slice(0, 40));

  // inked is the part of a text's box that its characters fill: one em high.
  const inked = (text) => {
    const box = text.getBoundingClientRect();
    const em = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    const spare = Math.max(0, (box.height - em) / 2);
    return { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
  };
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;

  // touched is which share of the points of a box are in a shape.
  const touched = (box, shape, test) => {
    const matrix = shape.getScreenCTM().inverse();
    const high = (box.bottom - box.top) / 5;
    let met = 0;
    for (let i = 0; i <= 40; i++) {
      for (let j = 1; j <= 4; j++) {
        const x = box.left + slack + (box.right - box.left - 2 * slack) * i / 40;
        if (shape[test](new DOMPoint(x, box.top + high * j).matrixTransform(matrix))) met++;
      }
    }
    return met / 164;
  };

  const faults = [];
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    const boxes = texts.map(inked);
    const marks = [...svg.querySelectorAll("[data-s], .c-goal")];
    const lines = [...svg.querySelectorAll("[class^=c-line-][fill=none]")];
    if (!texts.length || !svg.querySelector("[data-s]")) faults.push("there is a drawing without texts or marks");
    boxes.forEach((box, i) => {
      if (box.left < frame.left - slack || box.right > frame.right + slack || box.top < frame.top - slack || box.bottom > frame.bottom + slack)
        faults.push(name(texts[i]) + " is cut off by the edge of the drawing");
      for (let j = 0; j < i; j++)
        if (overlap(box, boxes[j])) faults.push(name(texts[j]) + " and " + name(texts[i]) + " overlap");
      const own = (texts[i].getAttribute("class") || "").startsWith("c-on-");
      let within = 0;
      for (const mark of marks) {
        const share = overlap(box, mark.getBoundingClientRect()) ? touched(box, mark, "isPointInFill") : 0;
        within = Math.max(within, share);
        if (!own && share > 0) faults.push(name(texts[i]) + " stands on a mark");
      }
      if (own && within < 1) faults.push(name(texts[i]) + " sticks out of its mark");
      for (const line of lines)
        if (overlap(box, line.getBoundingClientRect()) && touched(box, line, "isPointInStroke") > 0)
          faults.push(name(texts[i]) + " stands on a line");
    });
  }
  return [...new Set(faults)].slice(0, 12);
})()`

// drawAll draws charts.
func drawAll(t *testing.T, specs []chart.Spec) []chart.Drawing {
	t.Helper()
	js, err := npm.ECharts(t.Context(), build.CacheDir(root), func(line string) { t.Log(line) })
	need(t, err == nil, "ECharts is not on this machine", fmt.Sprint("it is fetched with npm: ", err))
	drawer := chart.Drawer{
		CacheDir: t.TempDir(),
		BundleID: npm.ID(),
		Bundle:   func(context.Context) ([]byte, error) { return js, nil },
	}
	drawings, err := drawer.Draw(t.Context(), specs)
	if err != nil {
		t.Fatal(err)
	}
	return drawings
}

// serveDrawings serves a page with both drawings of each chart, as wide as the
// page each, and the drawing that stands alone.
func serveDrawings(t *testing.T, specs []chart.Spec, drawings []chart.Drawing) *site {
	t.Helper()
	css, err := os.ReadFile(filepath.Join(root, "templates/style.css"))
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	serve := func(path, contentType string, data []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			// A browser that has gone away is no fault of the drawing.
			_, _ = w.Write(data)
		})
	}
	serve("/style.css", "text/css", css)
	serve("/favicon.ico", "image/x-icon", nil)
	for i, d := range drawings {
		lang, _, _ := strings.Cut(specs[i].ID, "-")
		page := fmt.Sprintf(`<!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`+
			`<title>%s</title><link rel="stylesheet" href="style.css"><link rel="icon" href="favicon.ico">`+
			`<main class="wrap"><figure class="chart">%s</figure><figure class="chart">%s</figure></main>`,
			lang, html.EscapeString(specs[i].ID), d.Wide, d.Narrow)
		serve(fmt.Sprintf("/%d.html", i), "text/html; charset=utf-8", []byte(page))
		serve(fmt.Sprintf("/%d.svg", i), "image/svg+xml", d.Alone)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return &site{url: server.URL + "/"}
}

// words are the texts of the charts of a language.
type words struct {
	lang                        string
	rows, series, dates         []string
	value, goal, missing, whole string
}

var (
	chinese = words{
		lang:    "zh",
		rows:    []string{"城关街道", "高新技术产业开发区管理委员会", "东湖镇", "南山（含滨海片区）", "西塘", "北河街道第三社区"},
		series:  []string{"已完成", "正在进行", "尚未开始", "因故中止", "结果未公布", "其他"},
		dates:   []string{"2023年3月", "2023年6月", "2023年9月", "2024年1月", "2024年6月", "2024年12月"},
		value:   "%d个项目",
		goal:    "2025年目标",
		missing: "未公布",
		whole:   "85.7%",
	}
	english = words{
		lang: "en",
		rows: []string{"Chengguan Subdistrict", "Management Committee of the High-Tech Industrial Development Zone", "Donghu Town",
			"Nanshan, with the new neighbourhoods by the sea", "Xitang", "Third Community of Beihe Subdistrict"},
		series: []string{"Completed", "In progress, and not later than planned", "Not started", "Stopped for good reasons",
			"Result not published", "Other"},
		dates:   []string{"31 March 2023", "30 June 2023", "30 September 2023", "15 January 2024", "30 June 2024", "31 December 2024"},
		value:   "more than %d projects",
		goal:    "What is to be reached by the end of 2025",
		missing: "not published before the end of the year",
		whole:   "85.7%",
	}
	endless = words{
		lang:    "en-endless",
		rows:    repeated(6, "Donaudampfschifffahrtsgesellschaft of a very long name "),
		series:  repeated(6, "极长的名称 with more words "),
		dates:   repeated(6, "the day of the long name "),
		value:   "%d " + strings.Repeat("projects and ", 5),
		goal:    strings.Repeat("a goal and ", 20),
		missing: strings.Repeat("nobody knows ", 12),
		whole:   strings.Repeat("much ", 20),
	}
)

// repeated are n long texts, no two the same.
func repeated(n int, text string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(i, " ", strings.Repeat(text, 300/len(text)))
	}
	return out
}

// drawnSpecs are charts of every kind, with few parts and with many, in words of
// every length.
func drawnSpecs() []chart.Spec {
	var specs []chart.Spec
	for _, w := range []words{chinese, english, endless} {
		for _, kind := range []chart.Kind{chart.Bar, chart.Column, chart.Progress} {
			specs = append(specs, w.spec(kind, 6, 1))
		}
		for _, kind := range []chart.Kind{chart.Grouped, chart.Stacked, chart.Stacked100, chart.SmallMultiples, chart.Line} {
			specs = append(specs, w.spec(kind, 6, 2), w.spec(kind, 5, 6))
		}
		for _, kind := range []chart.Kind{chart.Grouped, chart.Stacked, chart.SmallMultiples, chart.Line} {
			specs = append(specs, w.gaps(kind))
		}
		specs = append(specs, w.far(), w.nothing(chart.Stacked), w.nothing(chart.Stacked100))
		specs = append(specs, w.spec(chart.Line, 6, 1), w.spec(chart.Line, 1, 2), w.spec(chart.SmallMultiples, 1, 1), w.donut())
	}
	return specs
}

// spec is a chart with so many rows and columns. One value is zero, one is not
// known, and the others are large and small.
func (w words) spec(kind chart.Kind, rows, series int) chart.Spec {
	spec := chart.Spec{
		ID:    fmt.Sprintf("%s-%s-%d-%d", w.lang, kind, rows, series),
		Kind:  kind,
		Title: w.rows[0], Categories: w.rows[:rows], GoalName: w.goal,
	}
	if kind == chart.Line {
		spec.Categories = w.dates[:rows]
		spec.At = []float64{0, 91, 183, 290, 457, 641}[:rows]
		spec.Goal = &chart.Goal{Value: 80, Label: w.goal + " 80"}
	}
	for s := range series {
		column := chart.Series{Name: w.series[s]}
		for d := range rows {
			value := (37*d + 23*s + 11) % 113
			p := chart.Point{Value: float64(value), Label: fmt.Sprintf(w.value, value), Role: roles[s], Goal: float64(20 * d)}
			if s == series-1 && d == 2 {
				p.Missing, p.Label = true, w.missing
			}
			column.Points = append(column.Points, p)
		}
		spec.Series = append(spec.Series, column)
	}
	if rows > 1 {
		spec.Series[0].Points[rows/2].Value = 0
	}
	return spec
}

var roles = []chart.Role{chart.One, chart.Two, chart.Three, chart.Four, chart.Five, chart.Six}

// gaps is a chart in which a series has a value here, and the other one there: what
// was not stated is neither drawn nor said.
func (w words) gaps(kind chart.Kind) chart.Spec {
	spec := w.spec(kind, 6, 2)
	spec.ID += "-gaps"
	for s, series := range spec.Series {
		for d := range series.Points {
			if p := &series.Points[d]; d%2 == s {
				*p = chart.Point{Role: p.Role, None: true}
			}
		}
	}
	return spec
}

// far is a chart of progress with a bar that is broken.
func (w words) far() chart.Spec {
	spec := w.spec(chart.Progress, 6, 1)
	spec.ID += "-far"
	spec.Series[0].Points[1].Value = 10000
	return spec
}

// nothing is a stack with a row of zeros.
func (w words) nothing(kind chart.Kind) chart.Spec {
	spec := w.spec(kind, 6, 2)
	spec.ID += "-nothing"
	for s := range spec.Series {
		spec.Series[s].Points[3].Value = 0
	}
	return spec
}

// donut is a ring of three parts.
func (w words) donut() chart.Spec {
	spec := chart.Spec{ID: w.lang + "-donut", Kind: chart.Donut, Title: w.rows[0], Categories: slices.Clone(w.series[:3]), Centre: w.whole}
	points := []chart.Point{{Value: 42, Role: chart.Done}, {Value: 5, Role: chart.Neutral}, {Value: 2, Role: chart.Open}}
	for i := range points {
		points[i].Label = fmt.Sprintf(w.value, int(points[i].Value))
	}
	spec.Series = []chart.Series{{Points: points}}
	return spec
}
