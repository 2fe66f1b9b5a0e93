package picture

import "math"

// A pixel is light: red, green and blue, each times the opacity, and the opacity. Each is
// from 0 to fullLight*255; between adding and rounding it has the factor one.
type pixel [4]int64

// fullLight is the light of the tone 255.
const fullLight = 1<<16 - 1

// lightOf returns the light of four bytes, opacity last, not multiplied.
func lightOf(from []byte) pixel {
	opacity := int64(from[3])
	return pixel{lights[from[0]] * opacity, lights[from[1]] * opacity, lights[from[2]] * opacity, fullLight * opacity}
}

// add adds a pixel with a weight.
func (p *pixel) add(q *pixel, weight int64) {
	p[0] += q[0] * weight
	p[1] += q[1] * weight
	p[2] += q[2] * weight
	p[3] += q[3] * weight
}

// rounded takes the factor out. The result may be a little below 0 or above the
// full light, as some weights are negative.
func (p pixel) rounded() pixel {
	for i := range p {
		p[i] = (p[i] + one/2) >> oneBits
	}
	return p
}

// put writes the pixel as [lightOf] reads it. It writes nothing if it is transparent:
// what a drawing has under its transparent parts is nobody's business.
func (p pixel) put(to []byte) {
	opacity := (p[3] + fullLight/2) / fullLight
	if opacity <= 0 {
		return
	}
	for i, light := range p[:3] {
		to[i] = tones[min((max(light, 0)*fullLight+p[3]/2)/p[3], fullLight)]
	}
	to[3] = byte(min(opacity, 255))
}

// lights is the light of each tone, and tones the nearest tone of each light.
var lights, tones = newTables()

// newTables computes the curve of sRGB (IEC 61966-2-1). The results are rounded far from
// the last bit of a float, so that they are the same on every processor.
func newTables() (lights [256]int64, tones [fullLight + 1]byte) {
	light := 0
	for tone := range lights {
		lights[tone] = toLight(float64(tone))
		for ; light <= fullLight && int64(light) <= toLight(float64(tone)+0.5); light++ {
			tones[light] = byte(tone)
		}
	}
	return lights, tones
}

// toLight returns the light of a tone.
func toLight(tone float64) int64 {
	v := tone / 255
	if v <= 0.04045 {
		return int64(math.Round(fullLight * v / 12.92))
	}
	return int64(math.Round(fullLight * math.Pow((v+0.055)/1.055, 2.4)))
}
