package privacy

import (
	"regexp"
	"slices"
	"strings"

	"gongshi/internal/words"
)

// Table reports whether a table names persons beside what is private: a column
// for the name, another for the identity number, telephone, address, account,
// illness, disability or relief, and a row in which neither is masked, nor the
// publisher's own. Such a table is personal data even if no cell of it looks so.
// Pair names the two columns.
func Table(header []string, rows [][]string, allow Allow) (pair string, found bool) {
	name := slices.IndexFunc(header, isNameColumn)
	if name < 0 {
		return "", false
	}
	for i, cell := range header {
		tells := func(row []string) bool { return shows(row, name) && shows(row, i) && !allow.has(plain([]byte(row[i]))) }
		if i != name && isPrivateColumn(cell) && slices.ContainsFunc(rows, tells) {
			return strings.TrimSpace(header[name]) + " + " + strings.TrimSpace(cell), true
		}
	}
	return "", false
}

// shows reports whether a row says something in column i that is not masked.
func shows(row []string, i int) bool {
	if i >= len(row) {
		return false
	}
	cell := strings.TrimSpace(row[i])
	return strings.Trim(cell, "-—–/无") != "" && !strings.ContainsAny(cell, "*＊×●某")
}

var englishName = regexp.MustCompile(`(?i)^(?:(?:full|family|first|last|given) ?name|name|surname|householder|head of household|applicant|resident)$`)

func isNameColumn(cell string) bool {
	cell = strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return classify(r) == space || classify(r) == joiner || r == '_' }), " ")
	solid := strings.ReplaceAll(cell, " ", "") // 姓 名
	return strings.Contains(solid, "姓名") || solid == "户主" || solid == "申请人" || englishName.MatchString(cell)
}

var (
	privateColumn = regexp.MustCompile(`(?i)身份证|证件号|公民身份|护照|手机|电话|联系方式|住址|地址|门牌|账号|帐号|账户|帐户|卡号|病情|病种|病名|患病|疾病|诊断|低保|残疾|` +
		`\b(?:id|identity)[ _-]?(?:card|no\.?|number)?\b|\b(?:passport|phone|mobile|telephone|address|account|illness|disease|diagnosis|disability|disabled)(?:[ _]?(?:no\.?|number))?\b`)

	// publicColumn are the contacts and places of offices, not of persons.
	publicColumn = regexp.MustCompile(`(?i)办公|单位|工作|部门|机构|服务|网址|邮箱|e-?mail|\bweb|office|work|service`)

	// plainID is the number of a row, not that of a person.
	plainID = regexp.MustCompile(`(?i)^\s*id\s*$`)
)

func isPrivateColumn(cell string) bool {
	cell = strings.ReplaceAll(cell, " ", " ")
	return privateColumn.MatchString(cell) && !publicColumn.MatchString(cell) && !plainID.MatchString(cell)
}

// nameWords are parts of what heads a column of names, in any letters, and of
// how it may be escaped. A file without any of them has no such column.
var nameWords = []string{"名", "户主", "申请人", "ame", "AME", "ouseholder", "pplicant", "esident", `\u`, "&#"}

const (
	titleRows = 3  // that may stand above the header: a title, a date
	formRows  = 40 // of a table about one person, with the header in a column
)

// persons returns the finding of a table, if it names persons. The header may be
// a row or, in a table about one person, a column.
func persons(t words.Table, allow Allow) (Finding, bool) {
	for i := range min(titleRows, len(t.Rows)) {
		if pair, found := Table(t.Rows[i], t.Rows[i+1:], allow); found {
			return finding(t, i, i, pair), true
		}
	}
	if len(t.Rows) <= formRows {
		header, rows := turned(t)
		if pair, found := Table(header, rows, allow); found {
			return finding(t, 0, len(t.Rows)-1, pair), true
		}
	}
	return Finding{}, false
}

// turned returns the first column as a header, and the others as rows.
func turned(t words.Table) (header []string, rows [][]string) {
	for i, row := range t.Rows {
		for k, cell := range row {
			switch {
			case k == 0:
				continue
			case k > len(rows):
				rows = append(rows, make([]string, len(t.Rows)))
			}
			rows[k-1][i] = cell
		}
		first := ""
		if len(row) > 0 {
			first = row[0]
		}
		header = append(header, first)
	}
	return header, rows
}

func finding(t words.Table, first, last int, pair string) Finding {
	f := Finding{Kind: TableOfPersons, Masked: pair}
	if t.Starts != nil {
		f.Start, f.End = t.Starts[first], t.Ends[last]
	}
	return f
}
