// Helps to read a chart: the mark under the pointer, the finger or the arrow keys
// says what it stands for. All words come from the chart's own table; without this
// script the drawing and the table are there as before.
for (const chart of document.querySelectorAll('figure.chart')) {
  const table = chart.querySelector('table'), tip = chart.querySelector('.tip');

  for (const svg of chart.querySelectorAll('svg')) {
    const marks = [...svg.querySelectorAll('[data-s]')];
    let now;

    // Says the row, the column where there are several, the value.
    const say = mark => {
      now?.classList.remove('on');
      now = mark;
      now?.classList.add('on');
      const row = table.tBodies[0].rows[now?.dataset.d]?.cells ?? [], at = +now?.dataset.s + 1;
      tip.textContent = [row[0], svg.querySelector('[data-s="1"]') && table.rows[0].cells[at], row[at]]
        .map(cell => now && cell?.textContent.trim()).filter(Boolean).join(' · ');
    };

    // A thin bar or a small point is hard to hit: the nearest mark will do.
    svg.onpointermove = svg.onpointerdown = e => {
      let near = e.target.closest('[data-s]'), least = near ? 0 : 30;
      for (const mark of marks) {
        const r = mark.getBoundingClientRect();
        const away = Math.hypot(e.clientX - r.x - r.width / 2, e.clientY - r.y - r.height / 2);
        if (away < least) [near, least] = [mark, away];
      }
      say(near);
    };
    svg.onpointerleave = svg.onblur = e => say();
    svg.onkeydown = e => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (e.key == 'Escape') say();
      if (!step) return;
      e.preventDefault();
      say(marks.at((marks.indexOf(now) + (now || step > 0 ? step : 0)) % marks.length));
    };
    svg.tabIndex = 0;
  }
}
