package picture

import "fmt"

// A Fault is what is wrong with a picture, in words for the editor whose picture it
// is. Neither text names the file: the caller says where it lies.
type Fault struct {
	Text string // what is wrong and what is allowed: lower case, no full stop
	Hint string // the next step, in the same manner; never empty
}

// Error returns the whole of it on one line.
func (f *Fault) Error() string { return f.Text + "; " + f.Hint }

// fault returns a fault with a hint and a text.
func fault(hint, format string, args ...any) *Fault {
	return &Fault{Text: fmt.Sprintf(format, args...), Hint: hint}
}

// damaged is the fault of a file that begins like a picture and does not go on
// like one.
func damaged(f Format) *Fault {
	return fault("open it in an image program and save it again, or copy it again from where it came",
		"this %s is damaged or cut short", f)
}
