// Walks through every chart of the page with the keyboard and the pointer, and
// compares what it says with the chart's own table. It gives what is wrong.
(() => {
  const faults = [];
  for (const chart of document.querySelectorAll('figure.chart')) {
    const fault = text => faults.push(`${chart.id}: ${text}`);
    const tip = chart.querySelector('.tip'), keys = chart.querySelector('.keys'), table = chart.querySelector('table');
    const svg = [...chart.querySelectorAll('svg')].find(s => s.getClientRects().length);
    const marks = [...svg.querySelectorAll('[data-s]')], columns = table.querySelectorAll('th.drawn').length;
    const press = key => svg.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const clean = text => text.replace(/\s+/g, ' ').trim();
    const check = (row, column, how) => {
      const { cells } = table.tBodies[0].rows[row], heads = table.rows[0].cells;
      const want = [cells[0], columns > 1 ? heads[column + 1] : null, cells[column + 1]].filter(Boolean).map(cell => clean(cell.textContent)).join(' · ');
      if (clean(tip.textContent) !== want) fault(`${how} says "${clean(tip.textContent)}", want "${want}"`);
      const on = [...svg.querySelectorAll('.on')], mine = marks.filter(mark => mark.dataset.d == row && mark.dataset.s == column);
      if (on.length !== mine.length || on[0] !== mine[0]) fault(`${how} marks ${on.length} marks for "${want}", not its own`);
    };

    svg.focus();
    if (document.activeElement !== svg) fault('cannot be focused');
    if (svg.getAttribute('role') !== 'application') fault('keeps the arrow keys to the screen reader');
    if (document.getElementById(svg.getAttribute('aria-describedby')) !== keys) fault('is not described by what the keys do');
    if (!clean(keys.textContent) || !keys.getClientRects().length) fault('does not say what the keys do');
    if (!marks.length) fault('has no marks');
    for (const mark of marks) {
      if (!(+mark.dataset.s < columns)) fault(`has a mark of column ${mark.dataset.s}, and ${columns} columns are drawn`);
    }

    // Every value of the table in its order, those without a mark as well, and back.
    const stops = [...table.tBodies[0].rows].flatMap((_, row) => Array.from({ length: columns }, (_, column) => [row, column]));
    for (const [row, column] of stops) {
      press('ArrowRight');
      check(row, column, 'the right arrow');
    }
    if (keys.getClientRects().length) fault('says what the keys do while it says a value');
    press('ArrowDown');
    check(...stops.at(-1), 'the down arrow at the end');
    for (const [row, column] of stops.toReversed().slice(1)) {
      press('ArrowLeft');
      check(row, column, 'the left arrow');
    }
    press('ArrowUp');
    check(...stops[0], 'the up arrow at the beginning');
    press('Escape');
    if (tip.textContent || svg.querySelector('.on')) fault('Escape does not end the walk');

    for (const mark of marks) {
      mark.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      check(+mark.dataset.d, +mark.dataset.s, 'a finger');
    }
    svg.dispatchEvent(new PointerEvent('pointerleave'));
    if (tip.textContent) fault('goes on when the pointer has left');
    if (chart.matches('.bar')) proportional(fault, marks, table.tBodies[0].rows);
  }
  return faults;

  // A bar is as long as its value says, within a pixel and a half.
  function proportional(fault, marks, rows) {
    const bars = marks.map(mark => ({
      length: mark.getBoundingClientRect().width,
      value: +rows[mark.dataset.d].cells[1].querySelector('data').value,
    }));
    const longest = bars.reduce((a, b) => a.length > b.length ? a : b);
    for (const bar of bars) {
      const want = bar.value / longest.value * longest.length;
      if (Math.abs(bar.length - want) > 1.5 + want * .01) fault(`a bar of ${bar.value} is ${bar.length} px long; want ${want}`);
    }
  }
})()
