package locale

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"
)

// intlScript answers the questions on its standard input, a JSON array, with what
// Node's Intl prints, a JSON array of strings. Numbers stay text, which Intl reads
// exactly. The sign is left off zero, as in our Decimal: nobody counts -0.
const intlScript = `import { readFileSync } from 'node:fs';

const formats = new Map();

// format keeps one formatter for each locale and set of options.
function format(kind, locale, options) {
  const key = JSON.stringify([kind, locale, options]);
  if (!formats.has(key)) {
    formats.set(key, new Intl[kind](locale, options));
  }
  return formats.get(key);
}

function answer(q) {
  const digits = { minimumFractionDigits: q.digits, maximumFractionDigits: q.digits };
  if (q.number) {
    return format('NumberFormat', q.locale, digits).format(q.number);
  }
  if (q.share) {
    const percent = { style: 'percent', roundingMode: 'halfEven', signDisplay: 'negative', ...digits };
    return format('NumberFormat', q.locale, percent).format(q.share);
  }
  if (q.date) {
    const long = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
    return format('DateTimeFormat', q.locale, long).format(new Date(q.date));
  }
  return format('PluralRules', q.locale, digits).select(Number(q.plural));
}

const questions = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(questions.map(answer)));
`

// question is what Intl is asked to print. Exactly one of Number, Share, Date and
// Plural is set; it is text, so that no value passes through a float.
type question struct {
	Locale string `json:"locale"`
	Digits int    `json:"digits"` // after the point
	Number string `json:"number,omitempty"`
	Share  string `json:"share,omitempty"` // a fraction of one, exact
	Date   string `json:"date,omitempty"`
	Plural string `json:"plural,omitempty"`

	ours string
}

// intlLocales are the locales that gongshi's languages follow.
var intlLocales = map[string]string{"zh": "zh-Hans-CN", "en": "en-GB"}

// TestIntl compares what this package prints with Intl, an implementation of the
// same tables (CLDR) that shares no code with ours.
func TestIntl(t *testing.T) {
	var questions []question
	for code, intl := range intlLocales {
		l := lang(t, code)
		asked := append(numberQuestions(t, l), shareQuestions(t, l)...)
		asked = append(asked, dateQuestions(l)...)
		asked = append(asked, pluralQuestions(t, l)...)
		for i := range asked {
			asked[i].Locale = intl
		}
		questions = append(questions, asked...)
	}
	answers := askIntl(t, questions)
	differ := 0
	for i, q := range questions {
		if answers[i] == q.ours {
			continue
		}
		if differ++; differ <= 20 {
			t.Errorf("%s%s%s%s to %d digits in %s: %q, Intl prints %q", q.Number, q.Share, q.Date, q.Plural, q.Digits, q.Locale, q.ours, answers[i])
		}
	}
	t.Logf("%d of %d differ", differ, len(questions))
}

// askIntl runs the script once, with all questions.
func askIntl(t *testing.T, questions []question) []string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil && os.Getenv("GONGSHI_REQUIRE") == "" {
		t.Skip("Node is not on this machine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	input, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, "--input-type=module", "--eval", intlScript)
	cmd.Stdin = bytes.NewReader(input)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("run node: %v", err)
	}
	var answers []string
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatalf("read Intl's answers: %v", err)
	}
	if len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions", len(answers), len(questions))
	}
	return answers
}

// numberQuestions asks for small and large whole numbers, of both signs, and for
// decimals with one to six fixed digits.
func numberQuestions(t *testing.T, l *Language) []question {
	var values []string
	for n := range 1200 {
		values = append(values, fmt.Sprint(n), fmt.Sprint(-n))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		values = append(values, fmt.Sprint(random.Int64N(1e15)>>random.IntN(40)))
		digits := 1 + random.IntN(6)
		values = append(values, Decimal{random.Int64N(1e13)>>random.IntN(36) - 1000, digits}.String())
	}
	var asked []question
	for _, v := range values {
		d := decimal(t, v)
		asked = append(asked, question{Number: v, Digits: d.Digits(), ours: l.Number(d)})
	}
	return asked
}

// shareQuestions asks for shares of wholes that divide a power of ten, so that
// both sides round the same exact fraction; many of them are ties.
func shareQuestions(t *testing.T, l *Language) []question {
	var asked []question
	for _, whole := range []int64{1, 2, 4, 5, 8, 16, 20, 25, 40, 50, 64, 80, 125, 160, 200, 320, 400, 500, 640, 800} {
		for part := int64(-3); part <= whole+whole/4 && part < 400; part++ {
			fraction := Share{Int(part), Int(whole)}.Fraction(8) // exact: the wholes divide 10^8
			for digits := range 3 {
				asked = append(asked, question{Share: fraction.String(), Digits: digits, ours: l.Percent(Share{Int(part), Int(whole)}, digits)})
			}
		}
	}
	return asked
}

func dateQuestions(l *Language) []question {
	var asked []question
	for day := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == 2024; day = day.AddDate(0, 0, 1) {
		d := DateOf(day)
		asked = append(asked, question{Date: d.String(), ours: l.Date(d)})
	}
	return asked
}

func pluralQuestions(t *testing.T, l *Language) []question {
	var asked []question
	for _, v := range []string{"0", "1", "2", "3", "11", "21", "101", "1000000", "-1", "0.0", "0.5", "1.0", "1.00", "1.5", "2.0", "21.0"} {
		d := decimal(t, v)
		asked = append(asked, question{Plural: v, Digits: d.Digits(), ours: string(l.Plural(d))})
	}
	return asked
}
