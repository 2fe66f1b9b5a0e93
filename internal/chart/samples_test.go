package chart

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
	}
}

var (
	longNames  = []string{"Disputes and conflicts settled in good time", "Suggestions from residents collected and handled", "Open talks held"}
	longLabels = []string{"183 disputes", "more than 300 suggestions", "27 talks"}
)

func barSpec(names, labels []string) Spec {
	points := []Point{{156, labels[0], Done}, {50, labels[1], Done}, {39, labels[2], Done}, {11, labels[3], Done}}
	return Spec{ID: "facilities", Kind: Bar, Title: names[0], Description: names[0] + ": " + labels[0], Categories: names, Series: []Series{{Points: points}}}
}

func longSpec(kind Kind, names, labels []string) Spec {
	points := []Point{{183, labels[0], Done}, {300, labels[1], Neutral}, {27, labels[2], Open}}
	return Spec{ID: "voices", Kind: kind, Title: names[1], Categories: names, Series: []Series{{Points: points}}}
}

func donutSpec(done, open, doneLabel, openLabel string) Spec {
	return Spec{
		ID: "completion", Kind: Donut, Title: done, Description: done + " " + doneLabel, Centre: "85.7%",
		Categories: []string{done, open},
		Series:     []Series{{Points: []Point{{42, doneLabel, Done}, {7, openLabel, Open}}}},
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
