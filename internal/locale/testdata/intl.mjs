// Answers the questions of intl_test.go, a JSON array on standard input, with what
// Intl prints, a JSON array of strings. Numbers stay text: Intl reads them exactly.
import { readFileSync } from 'node:fs';

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
    const percent = { style: 'percent', roundingMode: 'halfEven', ...digits };
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
