// Package locale prints numbers, shares, dates and quantities in the languages
// of a site, and is the one place that knows what those languages are.
//
// Numbers are exact until they are printed: a [Decimal] is what somebody typed,
// a [Share] the exact ratio of two decimals, rounded once, here, half to even on
// exact ties (GB/T 8170, 四舍六入五成双).
package locale
