// Finds pages, on the visitor's own machine, by the index that package search makes:
// its comment says what is in each file. All words for people come from the page, and
// what is found is set as text. Without this script the page says what to do instead.
const months = 'janfebmaraprmayjunjulaugsepoctnovdec', han = /\p{sc=Han}/u;

// A text as the index knows it, and where each of its characters comes from.
const fold = text => {
  let folded = '', from = 0;
  const at = [];
  for (const c of text) {
    folded += c == '，' ? ' ' : c.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase().replace(/\s/, ' ');
    while (at.length < folded.length) at.push(from);
    from += c.length;
  }
  return [folded, [...at, from]];
};

// The terms of a query; the pairs of its words, which a title may have side by side; a
// pattern of what to mark. Of a long query eight terms will do, from all of it.
const read = query => {
  const terms = [], words = [], parts = ['(?!)'], starts = ['(?!)'];
  const rest = fold(query)[0].replace(/(^|\D)(\d+)(?:[年./-](\d\d?)[月./-]| ([a-z]{3})[a-z]* )(\d+)日?/g, (all, before, a, m, name, b) => {
    const [y, d] = a[2] ? [a, b] : [b, a], month = m ?? months.indexOf(name) / 3 + 1;
    if (y.length != 4 || d[2] || month % 1) return all;
    terms.push([y, month, d].map(n => `${n}`.padStart(2, 0)).join('-'));
    starts.push(`${y}\\D0?${+month}\\D0?${+d}日?`, `0?${+d} ${months.substr(month * 3 - 3, 3)}[a-z]* ${y}`);
    return before + ' ';
  });
  for (const [run] of rest.matchAll(/(?:\d(?:\.(?=\d)|,(?=\d{3}(?!\d)))?|[\p{L}\p{N}\p{sc=Han}])+/gu)) {
    const chars = [...run.replace(/,/g, '')], word = chars.slice(0, 32).join('');
    const pairs = chars.slice(1).map((c, i) => chars[i] + c).filter(p => !p.includes('.'));
    const own = han.test(run) && pairs[0] ? pairs : [word];
    terms.push(...own);
    words.push(word);
    if (han.test(run)) parts.push(run, ...own);
    else starts.push(word.replace(/\d(?=\d)/g, '$&,?'));
  }
  return {
    terms: [...new Set(terms)].filter((_, i, all) => i * 8 % all.length < 8),
    pairs: words.slice(1, 8).map((w, i) => words[i] + ' ' + w),
    marks: RegExp(`(^|[^\\p{L}\\p{N}]|\\p{sc=Han})(?:${starts.join`|`})|${parts.join`|`}`, 'gu'),
  };
};

// A list of numbers from its two forms: gaps, and bits.
const numbers = s => {
  const found = [];
  let n = -1;
  if (s[0] == '!') while (++n < s.length * 6) s.charCodeAt(n / 6 + 1) - 63 >> n % 6 & 1 && found.push(n);
  else for (const c of s) found.push(n += c.charCodeAt() - 92);
  return found;
};

// Opens an index, of which each file is fetched once. One of another index is an error.
const open = async folder => {
  const files = {};
  let stamp;
  const get = name => files[name] ??= fetch(folder + name + '.json' + (stamp ? '?' + stamp : ''), { cache: stamp ? 'default' : 'no-cache' }).then(async r => {
    const data = await r.json();
    if (data[0] != (stamp ??= data[0])) throw r;
    return data;
  });
  const [, shards, texts, all, begins] = await get('start'), first = numbers(begins);

  // Returns the passages that have a term, and those that begin a document with it in its title.
  const look = async term => {
    const chars = [...term], found = [new Set(), new Set()];
    let hash = 2166136261;
    for (const c of /^\d| /.test(term) ? chars : chars.slice(0, 6)) hash = Math.imul(hash ^ c.codePointAt(), 16777619);
    const shard = await get('s' + (hash >>> 0) % shards);
    const begins = /^\D.{5}/u.test(term);
    for (let i = 1; i < shard.length; i += 3) {
      if (begins ? shard[i].startsWith(term) : shard[i] == term) found.forEach((set, j) => numbers(shard[i + 1 + j]).forEach(p => set.add(p)));
    }
    return found;
  };
  // Finds the documents that have all terms, best first, each by its best passage.
  const find = async ({ terms, pairs }) => {
    const [found, near] = await Promise.all([terms, pairs].map(list => Promise.all(list.map(look))));
    const ranked = [[], [], []]; // in the text, in the title, side by side in the title
    first.forEach((p, d) => {
      const titled = list => list.every(sets => sets[1].has(p)), own = [];
      for (let q = p; q < (first[d + 1] ?? all); q++) own.push([q, found.filter(sets => sets[0].has(q))]);
      if (new Set(own.flatMap(q => q[1])).size < found.length) return;
      ranked[titled(found) ? 1 + titled(near) : 0].push(own.sort((a, b) => b[1].length - a[1].length)[0][0]);
    });
    return ranked.reverse().flat();
  };
  // Fetches a passage: its address, kind, title and text.
  const passage = async p => {
    const file = Math.floor(p * texts / all);
    return (await get('t' + file))[p - Math.ceil(file * all / texts) + 1];
  };
  return { find, passage };
};

const start = form => {
  const [status, elsewhere, list, more, template] = form.parentNode.querySelectorAll('[role=status], .elsewhere, ol, .more, template');
  const { q: input } = form.elements, say = form.dataset;
  let index, asked, found, marks, timer;

  // Puts a text into an element, what was looked for marked; or only what is around the
  // first mark, from one gap to another.
  const write = (element, text, size) => {
    const [folded, at] = fold(text), matches = [...folded.matchAll(marks)];
    const near = Math.max(at[matches[0]?.index ?? 0] - size / 2, 0), far = near + size * 2.5;
    const gap = i => i + text.slice(i, i + size / 2 - 1).search(/[\s。，；、]|$/) + 1; // never behind the mark
    let from = near && gap(near);
    const to = far < text.length ? gap(far) : text.length;
    element.append(from ? '…' : '');
    for (const m of matches) {
      const begin = at[m.index + (m[1]?.length ?? 0)], end = at[m.index + m[0].length], mark = document.createElement('mark');
      if (begin < from || end > to) continue;
      mark.textContent = text.slice(begin, end);
      element.append(text.slice(from, begin), mark);
      from = end;
    }
    element.append(text.slice(from, to), to < text.length ? '…' : '');
  };
  const show = async () => {
    const now = found, from = list.children.length, passages = await Promise.all(now.slice(from, from + 10).map(async p => (await index).passage(p)));
    if (now != found) return;
    for (const [address, kind, title, text] of passages) {
      const item = document.importNode(template.content, true), link = item.querySelector('a');
      link.href = address;
      write(link, title);
      item.querySelector('small').textContent = kind;
      write(item.querySelector('p'), text, han.test(text) ? 44 : 90);
      list.append(item);
    }
    more.hidden = !found[list.children.length];
  };
  const search = async again => {
    const query = asked = input.value.trim(), terms = read(query);
    history.replaceState(null, '', '?q=' + encodeURIComponent(query));
    for (const link of document.querySelectorAll('.languages a, .elsewhere a')) link.search = location.search;
    try {
      const results = terms.terms[0] ? await (await (index ??= open(say.index))).find(terms) : [];
      if (query != asked) return;
      found = results;
      marks = terms.marks;
      list.replaceChildren();
      await show();
      const n = found.length;
      if (query == asked) status.textContent = query && (say[n > 1 ? 'other' : n ? 'single' : 'none']).replace('{0}', n.toLocaleString(document.documentElement.lang)).replace('{1}', () => query);
      elsewhere.hidden = n || !query;
    } catch {
      index = null;
      if (query == asked) again ? status.textContent = say.failed : search(true); // the index may be a new one by now
    }
  };
  const soon = e => {
    clearTimeout(timer);
    if (!e.isComposing) timer = setTimeout(search, 250);
  };
  input.addEventListener('input', soon);
  input.addEventListener('compositionend', soon);
  form.onsubmit = e => {
    e.preventDefault();
    clearTimeout(timer);
    search();
  };
  more.onclick = async () => {
    const from = list.children.length;
    try {
      await show();
      list.children[from].querySelector('a').focus();
    } catch {
      index = null;
      search(true);
    }
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) search();
};
start(document.querySelector('[data-index]'));
