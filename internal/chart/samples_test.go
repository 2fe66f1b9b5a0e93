package chart

import "fmt"

// The samples are drawn into testdata: every kind in Chinese and in English.

// sample is a Spec with the name of its golden drawings.
type sample struct {
	name string
	spec Spec
}

func samples() []sample {
	return []sample{
		{"bar-zh", barSpec([]string{"增换路灯", "改厕", "安装充电桩", "修建道路"}, []string{"156盏", "50个", "39处", "11条"})},
		{"bar-en", barSpec(
			[]string{"Street lights added or replaced", "Toilets converted", "E-bike charging posts installed", "Roads built"},
			[]string{"156 street lights", "50 toilets", "39 charging posts", "11 roads"})},
		{"bar-long-zh", longSpec(Bar, []string{"及时化解矛盾纠纷", "收集处理群众意见建议", "召开恳谈会、座谈会"}, []string{"183件", "300余条", "27场"})},
		{"bar-long-en", longSpec(Bar, longNames, longLabels)},
		{"column-zh", longSpec(Column, []string{"2022年", "2023年", "2024年"}, []string{"183件", "300余条", "27件"})},
		{"column-en", longSpec(Column, []string{"2022", "2023", "2024"}, []string{"183 disputes", "more than 300 disputes", "27 disputes"})},
		{"column-long-en", longSpec(Column, longNames, longLabels)},
		{"donut-zh", donutSpec("已完成", "未完成", "42个", "7个")},
		{"donut-en", donutSpec("Completed", "Not completed", "42 projects", "7 projects")},
		{"stacked-zh", stackSpec([]string{"区级", "镇街级", "村（社区）级"}, "已完成", "进行中", "未开始", "%d个")},
		{"stacked-en", stackSpec([]string{"District level", "Town and subdistrict level", "Village and community level"},
			"Completed", "In progress", "Not started", "%d")},
		{"stacked-missing-zh", partlyMissing(stackSpec([]string{"区级", "镇街级", "村（社区）级"}, "已完成", "进行中", "未开始", "%d个"), "未公布")},
		{"stacked-missing-en", partlyMissing(stackSpec([]string{"District level", "Town and subdistrict level", "Village and community level"},
			"Completed", "In progress", "Not started", "%d"), "not published")},
		{"grouped-zh", tableSpec(Grouped, areasZh[:4], []string{"2022年", "2023年", "2024年"}, "%d件", "未公布")},
		{"grouped-en", tableSpec(Grouped, areasEn[:4], []string{"2022", "2023", "2024"}, "%d disputes", "not published")},
		{"stacked-100-zh", tableSpec(Stacked100, areasZh[:5], []string{"非常满意", "满意", "不满意", "说不清"}, "%d人", "未公布")},
		{"stacked-100-en", tableSpec(Stacked100, areasEn[:5], []string{"Very satisfied", "Satisfied", "Not satisfied", "Cannot say"}, "%d people", "not published")},
		{"line-zh", lineSpec([]string{"受理", "办结"}, datesZh, "%d件", "目标 160件")},
		{"line-en", lineSpec([]string{"Cases received", "Cases closed"}, datesEn, "%d", "Goal for 2024: 160 cases")},
		{"line-many-en", manyLines([]string{"North", "South", "East", "West", "Centre", "Harbour and islands"}, "%d")},
		{"progress-zh", progressSpec([]string{"供水管网", "农村改厕", "社区食堂", "充电桩"}, "%d%%", "年度目标", "未公布")},
		{"progress-en", progressSpec([]string{"Water mains renewed", "Rural toilets converted", "Community canteens opened", "Charging posts installed"}, "%d%%", "Goal for the year", "not published")},
		{"small-multiples-zh", tableSpec(SmallMultiples, areasZh, []string{"已完成", "进行中", "未开始"}, "%d个", "未公布")},
		{"small-multiples-en", tableSpec(SmallMultiples, areasEn, []string{"Completed", "In progress", "Not started"}, "%d", "not published")},
		{"small-multiples-one-en", tableSpec(SmallMultiples, areasEn, []string{"Projects"}, "%d", "not published")},
	}
}

var (
	areasZh = []string{"城关街道", "东湖街道", "南山镇", "西塘镇", "北河镇", "高新技术产业开发区", "滨海新区"}
	areasEn = []string{"Chengguan Subdistrict", "Donghu Subdistrict", "Nanshan Town", "Xitang Town", "Beihe Town",
		"High-Tech Industrial Development Zone", "Binhai New Area"}
	datesZh = []string{"2023年3月", "2023年6月", "2023年9月", "2024年1月", "2024年6月", "2024年12月"}
	datesEn = []string{"31 March 2023", "30 June 2023", "30 September 2023", "15 January 2024", "30 June 2024", "31 December 2024"}
)

// tableSpec is a chart of several series: no two rows alike, one value zero, one
// not known.
func tableSpec(kind Kind, names, series []string, format, missing string) Spec {
	spec := Spec{ID: "areas", Kind: kind, Title: names[0], Description: names[0] + " " + series[0], Categories: names}
	for s, name := range series {
		var values []float64
		for d := range names {
			values = append(values, float64((37*d+23*s+11)%61))
		}
		points := pointsOf(values, []Role{One, Two, Three, Four, Five, Six}[s], format)
		spec.Series = append(spec.Series, Series{Name: name, Points: points})
	}
	last := &spec.Series[len(series)-1]
	last.Points[1] = Point{Label: missing, Role: last.Points[1].Role, Missing: true}
	return spec
}

// partlyMissing takes a value out of the middle of a row.
func partlyMissing(spec Spec, label string) Spec {
	spec.Series[1].Points[2] = Point{Label: label, Role: spec.Series[1].Points[2].Role, Missing: true}
	return spec
}

func lineSpec(names, dates []string, format, goal string) Spec {
	values := [][]float64{{96, 121, 143, 150, 171, 183}, {41, 88, 80, 0, 120, 175}}
	spec := Spec{
		ID: "cases", Kind: Line, Title: names[0], Categories: dates,
		At: []float64{0, 91, 183, 290, 457, 641}, Goal: &Goal{160, goal},
	}
	for i, role := range []Role{Done, Open} {
		spec.Series = append(spec.Series, Series{names[i], pointsOf(values[i], role, format)})
	}
	spec.Series[1].Points[3] = Point{Label: "—", Role: Open, Missing: true}
	return spec
}

// manyLines are six lines of two years, crossing each other.
func manyLines(names []string, format string) Spec {
	spec := Spec{ID: "months", Kind: Line, Title: names[0]}
	for month := range 24 {
		spec.Categories = append(spec.Categories, fmt.Sprintf("%d-%02d", 2023+month/12, month%12+1))
		spec.At = append(spec.At, float64(month))
	}
	for i, role := range []Role{One, Two, Three, Four, Five, Six} {
		var values []float64
		for month := range 24 {
			values = append(values, float64(100+(month*(i+2)+13*i*i)%37+10*i-month))
		}
		spec.Series = append(spec.Series, Series{names[i], pointsOf(values, role, format)})
	}
	return spec
}

func progressSpec(names []string, format, goal, missing string) Spec {
	spec := Spec{ID: "rates", Kind: Progress, Title: names[0], Categories: names, GoalName: goal}
	points := pointsOf([]float64{62, 104, 0, 15}, Done, format)
	for d, goal := range []float64{80, 90, 50, 0} {
		points[d].Goal = goal
	}
	points[2].Missing, points[2].Label = true, missing
	spec.Series = []Series{{Points: points}}
	return spec
}

var (
	longNames  = []string{"Disputes and conflicts settled in good time", "Suggestions from residents collected and handled", "Open talks held"}
	longLabels = []string{"183 disputes", "more than 300 suggestions", "27 talks"}
)

func barSpec(names, labels []string) Spec {
	points := []Point{{Value: 156, Label: labels[0], Role: Done}, {Value: 50, Label: labels[1], Role: Done}, {Value: 39, Label: labels[2], Role: Done}, {Value: 11, Label: labels[3], Role: Done}}
	return Spec{ID: "facilities", Kind: Bar, Title: names[0], Description: names[0] + ": " + labels[0], Categories: names, Series: []Series{{Points: points}}}
}

func longSpec(kind Kind, names, labels []string) Spec {
	points := []Point{{Value: 183, Label: labels[0], Role: Done}, {Value: 300, Label: labels[1], Role: Neutral}, {Value: 27, Label: labels[2], Role: Open}}
	return Spec{ID: "voices", Kind: kind, Title: names[1], Categories: names, Series: []Series{{Points: points}}}
}

func donutSpec(done, open, doneLabel, openLabel string) Spec {
	return Spec{
		ID: "completion", Kind: Donut, Title: done, Description: done + " " + doneLabel, Centre: "85.7%",
		Categories: []string{done, open},
		Series:     []Series{{Points: []Point{{Value: 42, Label: doneLabel, Role: Done}, {Value: 7, Label: openLabel, Role: Open}}}},
	}
}

func stackSpec(names []string, done, going, open, format string) Spec {
	values := [][]float64{{9, 16, 17}, {2, 1, 0}, {1, 0, 3}}
	roles := []Role{Done, Neutral, Open}
	spec := Spec{ID: "levels", Kind: Stacked, Title: done, Categories: names}
	for s, name := range []string{done, going, open} {
		spec.Series = append(spec.Series, Series{Name: name, Points: pointsOf(values[s], roles[s], format)})
	}
	return spec
}
