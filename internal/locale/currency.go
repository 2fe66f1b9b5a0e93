package locale

import (
	"strings"

	"golang.org/x/text/currency"
)

// IsCurrency reports whether a code is one of ISO 4217, such as CNY.
func IsCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil && code == strings.ToUpper(code)
}
