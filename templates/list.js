// Turns the links beside the list of projects into filters that can be combined, with a
// text filter and a choice of order. All words come from the page, and the order from
// numbers that the build computed. What is chosen stands in the address. Without this
// script the links lead to a page for each term.
const find = selector => document.querySelector(selector);
const form = find('.finder'), list = find('.listed'), said = find('.shown'), none = find('.none'), file = find('.downloads a');
const fold = text => text.normalize('NFKC').toLowerCase();
const facetOf = key => key.split(':')[0];
const rows = [...list.children].map(row => ({ row, keys: row.dataset.key.split(' '), text: fold(row.textContent) }));
let found = rows;

const boxes = [...document.querySelectorAll('.filters [data-key]')].map(link => {
  const label = document.createElement('label'), box = document.createElement('input');
  box.type = 'checkbox';
  box.value = link.dataset.key;
  label.className = link.className;
  label.append(box, ...link.childNodes);
  link.replaceWith(label);
  return box;
});
for (const details of form.querySelectorAll('.facet')) {
  const set = document.createElement('fieldset'), legend = document.createElement('legend');
  const [summary, ...rest] = details.children;
  legend.className = 'unseen';
  legend.append(summary.textContent);
  set.append(legend, ...rest);
  details.append(set);
}

// A project is shown when it has one of the terms that are chosen of each facet. The
// count of a term is what choosing it as well would give.
const show = () => {
  const on = boxes.filter(box => box.checked).map(box => box.value);
  const facets = [...new Set(on.map(facetOf))];
  const words = fold(form.q.value).split(/\s+/), counts = {};
  const order = form.sort.value;
  const next = rows.filter(({ keys, text }) => {
    const says = words.every(word => text.includes(word));
    const lacks = facets.filter(facet => !on.some(key => facetOf(key) == facet && keys.includes(key)));
    for (const key of says ? keys : []) {
      if (lacks.every(facet => facet == facetOf(key)) && lacks.length < 2) counts[key] = counts[key] + 1 || 1;
    }
    return says && !lacks.length;
  });
  if (order != 'date') next.sort((a, b) => a.row.dataset[order] - b.row.dataset[order]);
  // Thousands of rows are taken out far quicker than hidden.
  if (next.length != found.length || next.some((row, i) => row != found[i])) list.replaceChildren(...next.map(({ row }) => row));
  found = next;
  const print = n => n.toLocaleString(document.documentElement.lang);
  for (const box of boxes) box.parentNode.querySelector('.n').textContent = print(counts[box.value] ?? 0);
  none.hidden = found.length;
  said.textContent = said.dataset.text.replace('{0}', print(found.length));
  const state = new URLSearchParams(on.map(key => key.split(':')));
  if (order != 'date') state.set('sort', order);
  for (const link of document.querySelectorAll('.languages a')) link.search = state; // words are of one language
  if (form.q.value) state.set('q', form.q.value);
  history.replaceState(null, '', location.pathname + (String(state) && '?' + state));
};

// The list as a file, without what is not shown. A record of CSV may have lines within
// quotation marks. What cannot be filtered, as an error page cannot, is left to the
// browser: it fetches the whole file, and the page says so.
file.onclick = async event => {
  if (found.length == rows.length) return;
  event.preventDefault();
  const link = document.createElement('a'), ids = new Set(found.map(({ row }) => row.dataset.id));
  link.download = ['projects', ...boxes.filter(box => box.checked).map(box => box.value.split(':')[1]), form.q.value.trim()].filter(Boolean).join('-') + '.csv';
  try {
    const answer = await fetch(file.href), [head, ...records] = (await answer.text()).match(/(?:"[^"]*"|[^"\n])+\n/g);
    const kept = records.filter(record => ids.has(record.split(',')[0]));
    if (!answer.ok || kept.length != ids.size) throw 0;
    link.href = URL.createObjectURL(new Blob([head, ...kept], { type: 'text/csv' }));
  } catch {
    link.href = file.href;
    link.download = 'projects.csv';
    said.textContent = said.dataset.whole;
  }
  link.click();
};

form.oninput = show;
form.onreset = () => setTimeout(show);
form.onsubmit = event => event.preventDefault();
for (const tool of form.querySelectorAll('.tool')) tool.hidden = false;
const state = new URLSearchParams(location.search);
form.q.value = state.get('q') ?? '';
form.sort.value = state.get('sort') ?? 'date';
if (!form.sort.value) form.sort.value = 'date';
for (const box of boxes) {
  const [facet, term] = box.value.split(':');
  box.checked = state.getAll(facet).includes(term);
  for (let at = box; box.checked && (at = at.parentNode.closest('details'));) at.open = true;
}
show();
