package check

import (
	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// currencySound reports sums of money without a currency, and what is no money
// and has one.
func currencySound(m *report.Metric) diag.List {
	var l diag.List
	switch amount, c := m.Kind == report.Amount, m.Currency; {
	case amount && !c.Set():
		l.Add(diag.At(m.Pos, "metric %q is an amount, but has no currency", m.ID).WithHint(`add currency = "CNY", the code of ISO 4217`))
	case !amount && c.Set() && m.Kind != "":
		l.Add(diag.At(c.Pos, "metric %q is a %s, and takes no currency", m.ID, m.Kind).WithHint(`write kind = "amount" if it is a sum of money`))
	case c.Set() && !locale.IsCurrency(c.ID):
		l.Add(diag.At(c.Pos, "currency %q is not known; write its code of ISO 4217 in capitals, such as CNY or USD", c.ID))
	}
	return l
}
