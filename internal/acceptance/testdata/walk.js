// Walks through every chart of the page with the keyboard and the pointer, and
// compares what it says with the chart's own table. It gives what is wrong.
(() => {
  const faults = [];
  for (const chart of document.querySelectorAll('figure.chart')) {
    const fault = text => faults.push(`${chart.id}: ${text}`);
    const tip = chart.querySelector('.tip'), rows = chart.querySelector('table').tBodies[0].rows;
    const svg = [...chart.querySelectorAll('svg')].find(s => s.getClientRects().length);
    const marks = [...svg.querySelectorAll('[data-s]')];
    const press = key => svg.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const clean = text => text.replace(/\s+/g, ' ').trim();
    const check = (mark, how) => {
      const cells = rows[mark.dataset.d].cells, said = clean(tip.textContent);
      for (const cell of [cells[0], cells[+mark.dataset.s + 1]]) {
        if (!said.includes(clean(cell.textContent))) fault(`${how} says "${said}", which lacks "${clean(cell.textContent)}"`);
      }
    };
    svg.focus();
    if (document.activeElement !== svg) fault('cannot be focused');
    if (!marks.length) fault('has no marks');
    for (const mark of marks) {
      press('ArrowRight');
      if (!mark.matches('.on')) fault('the right arrow does not go to the next mark');
      check(mark, 'the keyboard');
    }
    press('ArrowRight');
    if (!marks[0].matches('.on')) fault('the walk does not begin again at the end');
    press('ArrowLeft');
    if (!marks.at(-1).matches('.on')) fault('the left arrow does not go back');
    press('Escape');
    if (tip.textContent || svg.querySelector('.on')) fault('Escape does not end the walk');
    for (const mark of marks) {
      mark.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      check(mark, 'a finger');
    }
    svg.dispatchEvent(new PointerEvent('pointerleave'));
    if (tip.textContent) fault('goes on when the pointer has left');
    if (chart.matches('.bar')) proportional(fault, marks, rows);
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
