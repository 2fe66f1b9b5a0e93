package privacy

import (
	"regexp"
	"slices"
	"strings"

	"gongshi/internal/words"
)

// pairOf reports whether a table names persons beside what is private: a column
// for the name, another for the identity number, telephone, address, account,
// illness, disability or relief, and a row in which neither is masked, nor the
// publisher's own. Such a table is personal data even if no cell of it looks so.
// Pair names the two columns.
func pairOf(header []string, rows [][]string, allow Allow) (pair string, found bool) {
	name := slices.IndexFunc(header, isNameColumn)
	if name < 0 {
		return "", false
	}
	for i, cell := range header {
		tells := func(row []string) bool {
			return shows(row, name) && !isQuantity(row[name]) && shows(row, i) && !allow.contact(plain([]byte(row[i])))
		}
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

// quantity is what stands below 村民 in a table of statistics: 300, 1,300户.
var quantity = regexp.MustCompile(`^[0-9][0-9., ]*(?:\p{Han}|people|persons|households|residents)?$`)

func isQuantity(cell string) bool { return quantity.MatchString(solid(cell)) }

// solid returns what a cell says, folded, in small letters, with one space for
// each gap between its words: Full_Name is full name.
func solid(cell string) string {
	words := strings.FieldsFunc(strings.Map(fold, cell), func(r rune) bool {
		return classify(r) == space || classify(r) == joiner || r == '\t' || r == '_'
	})
	return strings.ToLower(strings.Join(words, " "))
}

// person is what the English head of a column may call somebody.
const person = `(?:applicant|resident|householder|head of (?:the )?household|villager|patient|beneficiary)`

// nameColumn is the whole head of a column of names. 居民 and 服务对象 more often
// head a column of groups: 老年人.
var nameColumn = regexp.MustCompile(`^(?:.*姓名.*|名字|户主|申请人|村民|受助人|受益人|患者|病人|` +
	`(?:(?:full|family|first|last|given) ?)?names?|surname|` + person + `|names? of (?:the |an? )?` + person + `s?|` + person + `(?:['’]?s?['’]?) names?)$`)

func isNameColumn(cell string) bool {
	head := solid(cell)
	return nameColumn.MatchString(head) || nameColumn.MatchString(strings.ReplaceAll(head, " ", "")) // 姓 名
}

var (
	// secretColumn is private, whoever keeps the list.
	secretColumn = regexp.MustCompile(`身份证|证件号|公民身份|护照|住址|家庭地址|家庭电话|家庭情况|门牌|病情|病种|病名|患病|疾病|诊断|低保|残疾|` +
		`\b(?:home (?:address|phone|telephone)|illness|disease|diagnosis)\b`)

	// contactColumn is private, unless an office has it.
	contactColumn = regexp.MustCompile(`手机|电话|联系方式|地址|账号|帐号|账户|帐户|卡号|` +
		`\b(?:id|identity)[ -]?(?:card|no\.?|number)?\b|\b(?:passport|phone|mobile|telephone|address|account|disability|disabled)(?: ?(?:no\.?|number))?\b`)

	// officeColumn are the contacts and places of offices, not of persons.
	officeColumn = regexp.MustCompile(`办公|单位|工作|部门|机构|服务|网址|邮箱|e-?mail|\bweb|office|work|service`)
)

func isPrivateColumn(cell string) bool {
	head := solid(cell)
	if secretColumn.MatchString(head) {
		return true
	}
	const rowNumber = "id"
	ofOffice := officeColumn.MatchString(strings.ReplaceAll(head, "服务对象", "")) // who is served
	return contactColumn.MatchString(head) && !ofOffice && head != rowNumber
}

// nameWords are parts of what heads a column of names, in any letters, and of
// how it may be escaped. A file without any of them has no such column. Each is
// so short that a file does not part it: <b>姓</b>名.
var nameWords = []string{
	"名", "户", "申", "村", "受", "患", "病", `\u`, "&#",
	"ame", "AME", "pplicant", "PPLICANT", "esident", "ESIDENT", "ouseh", "OUSEH", "illager", "ILLAGER", "atient", "ATIENT", "eneficiary", "ENEFICIARY",
	"ａ", "Ａ", "ｅ", "Ｅ", // in full width
}

const (
	titleRows = 10 // that may stand above the header: a title, a date, notes
	formRows  = 40 // of a table about one person, with the header in a column
)

// persons returns the finding of a table, if it names persons. The header may be
// a row or, in a table about one person, a column.
func persons(t words.Table, allow Allow) (Finding, bool) {
	for i := range min(titleRows, len(t.Rows)) {
		if pair, found := pairOf(t.Rows[i], t.Rows[i+1:], allow); found {
			return finding(t, i, i, pair), true
		}
	}
	if len(t.Rows) <= formRows {
		header, rows := turned(t)
		if pair, found := pairOf(header, rows, allow); found {
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
