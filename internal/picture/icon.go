package picture

import "cmp"

// Icon returns a picture as a PNG whose longer side has at most so many pixels, with
// its transparency. The error is a [*Fault].
func Icon(data []byte, side int) (Variant, error) {
	info, err := Inspect(data)
	if err != nil {
		return Variant{}, err
	}
	img, err := decode(info.Format, data)
	if err != nil {
		return Variant{}, err
	}
	size := info.Size
	if long := max(size.Width, size.Height); long > side {
		size = Size{cmp.Or(size.Width*side/long, 1), cmp.Or(size.Height*side/long, 1)}
	}
	upright := turn(scale(img, turnedSize(size, info.orientation)), info.orientation)
	return Variant{size, PNG, encode(upright, PNG)}, nil
}
