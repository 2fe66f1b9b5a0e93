package words

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// sharedStrings is where a workbook keeps the texts of its cells.
const sharedStrings = "xl/sharedStrings.xml"

// A richText is a text in one piece, or in several that look different.
type richText struct {
	Whole  string   `xml:"t"`
	Pieces []string `xml:"r>t"`
}

func (t richText) String() string { return t.Whole + strings.Join(t.Pieces, "") }

// A worksheet is a page of a workbook (ISO/IEC 29500-1, 18.3).
type worksheet struct {
	Rows []struct {
		Cells []struct {
			Place  string   `xml:"r,attr"` // B3
			Type   string   `xml:"t,attr"` // s: Value counts into the shared strings
			Value  string   `xml:"v"`
			Inline richText `xml:"is"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

// sheetTable returns the table of a worksheet. A fault in one of the files gives
// a table with less in it; their texts are read anyhow.
func sheetTable(data, shared []byte) Table {
	var texts struct {
		Items []richText `xml:"si"`
	}
	var sheet worksheet
	_ = xml.Unmarshal(shared, &texts)
	_ = xml.Unmarshal(data, &sheet)
	return sheet.table(texts.Items)
}

func (s worksheet) table(shared []richText) Table {
	var t Table
	for _, row := range s.Rows {
		var cells []string
		for _, c := range row.Cells {
			for len(cells) < column(c.Place) {
				cells = append(cells, "") // empty cells are left out of the file
			}
			value := c.Value + c.Inline.String()
			if n, err := strconv.Atoi(c.Value); err == nil && c.Type == "s" && n >= 0 && n < len(shared) {
				value = shared[n].String()
			}
			cells = append(cells, value)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// lastColumn is the number of columns that a worksheet may have.
const lastColumn = 16384

// column returns the column of a place, A3 being 0.
func column(place string) int {
	n := 0
	for _, c := range place {
		if c < 'A' || c > 'Z' || n > lastColumn {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return max(0, min(n, lastColumn)-1)
}
