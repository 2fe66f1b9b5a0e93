// Remembers how a reader wants to see the pages: the size of text, and high contrast.
// It runs before anything is drawn, so that nothing jumps, and stores its two words
// in this browser alone. The stylesheet does the rest, by the classes of <html>.
{
  const root = document.documentElement, key = 'gongshi-display';
  let chosen = {};
  const show = () => {
    root.className = ['js', chosen.size, chosen.contrast].join(' ');
    for (const b of document.querySelectorAll('.display button')) {
      b.setAttribute('aria-pressed', b.value == (chosen[b.name] || ''));
    }
  };
  // Storage may be forbidden or hold anything: then the page is as it comes.
  const recall = () => {
    try {
      chosen = Object(JSON.parse(localStorage.getItem(key)));
    } catch {}
    show();
  };
  recall();
  addEventListener('DOMContentLoaded', show);
  // Another page may have changed it meanwhile: one that we come back from, or in another tab.
  addEventListener('pageshow', recall);
  addEventListener('storage', recall);
  addEventListener('click', e => {
    const b = e.target.closest('.display button');
    if (!b) return;
    chosen[b.name] = b.name == 'contrast' && chosen.contrast ? '' : b.value;
    show();
    try {
      localStorage.setItem(key, JSON.stringify(chosen));
    } catch {}
  });
}
