package locale

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the calendar, without a time or a zone. The zero value means
// that no date is known.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads a date of the form 2024-11-25.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	var year, month, day int
	if n, _ := fmt.Sscanf(s, "%4d-%2d-%2d", &year, &month, &day); err != nil && n == 3 && len(s) == len(time.DateOnly) && month >= 1 && month <= 12 && day >= 0 {
		return Date{}, &NoDay{s, Date{year, time.Month(month), day}}
	}
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date; write year-month-day, such as 2024-11-25", s)
	}
	return DateOf(t), nil
}

// NoDay is the fault of a date whose month does not have the day.
type NoDay struct {
	written string
	day     Date
}

func (e *NoDay) Error() string {
	return fmt.Sprintf("%q is not a date: there is no %d %s %d", e.written, e.day.Day, e.day.Month, e.day.Year)
}

// DateOf returns the day of t, in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// FirstOfMonth returns the first day of the date's month; of the zero date, the
// zero date.
func (d Date) FirstOfMonth() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, d.Month, 1}
}

// NextMonth returns the first day of the month after the date's.
func (d Date) NextMonth() Date { return DateOf(d.time().AddDate(0, 1, 1-d.Day)) }

// Days returns the number of days since 1970-01-01, to place the date along an axis.
func (d Date) Days() int { return int(d.time().Unix() / (24 * 60 * 60)) }

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String prints the date for machines: 2024-11-25. The zero value prints "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
