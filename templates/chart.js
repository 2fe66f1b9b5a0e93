// Helps to read a chart: the mark under the pointer or the finger, and every value in
// turn by the arrow keys, says what it stands for. All words come from the page: from
// the chart's table, and what the keys do. Without this script the drawing and the
// table are there as before, and the drawing is a picture.
for (const svg of document.querySelectorAll('figure.chart svg')) {
  const figure = svg.closest('figure'), heads = [...figure.querySelectorAll('.drawn')];
  // In the order of the table: the row, the column where there are several, the value.
  // One of zero, or none, may have no mark.
  const values = [...figure.querySelectorAll('tbody tr')].flatMap((row, d) => heads.map((head, s) => ({
    mark: svg.querySelector(`[data-d="${d}"][data-s="${s}"]`),
    text: [row.cells[0], ...heads[1] ? [head] : [], row.cells[s + 1]].map(cell => cell.textContent).join(' · '),
  })));
  let now;
  const say = value => {
    now?.mark?.classList.remove('on');
    value?.mark?.classList.add('on');
    figure.querySelector('.tip').textContent = value?.text;
    now = value;
  };
  // A thin bar or a small point is hard to hit: the nearest mark will do.
  svg.onpointermove = svg.onpointerdown = e => {
    let near, least = 30;
    for (const value of values) {
      const r = value.mark?.getBoundingClientRect();
      const far = value.mark != e.target && Math.hypot(e.x - r?.x - r?.width / 2, e.y - r?.y - r?.height / 2);
      if (far < least) [near, least] = [value, far];
    }
    say(near);
  };
  svg.onpointerleave = svg.onblur = e => say();
  // At either end of the table the arrow keys stay where they are.
  svg.onkeydown = e => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Escape: 0 }[e.key];
    if (step == null) return;
    e.preventDefault();
    say(step && (values[values.indexOf(now) + step] ?? now));
  };
  // A screen reader leaves the arrow keys to an application, and says how it is used.
  svg.setAttribute('role', 'application');
  svg.setAttribute('aria-describedby', figure.id + '_keys');
  svg.tabIndex = 0;
}
