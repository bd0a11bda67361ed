// Without this script every page is whole; with it the times run on and the page of today renews itself.
(() => {
const main = document.querySelector('main[data-now]');
if (!main) return;
const ahead = Number(main.dataset.now) - Date.now();
const [day, hour, minute, second, unitGap, partGap] = main.dataset.units.split('|');

// As TimeLeft.cs tells it: the two largest units, rounded down.
function length(ms) {
  const s = ms > 0 && ms < 1000 ? 1 : Math.floor(ms / 1000);
  const parts = [[Math.floor(s / 86400), day], [Math.floor(s / 3600) % 24, hour], [Math.floor(s / 60) % 60, minute], [s % 60, second]];
  const first = Math.max(0, parts.findIndex(([number]) => number > 0));
  const from = s < 1 ? 3 : first;
  const alone = from === 3 || (from === 2 && parts[2][0] >= 10);
  return parts.slice(from, from + (alone ? 1 : 2)).filter(([number], at) => at === 0 || number > 0)
    .map(([number, unit]) => number + unitGap + unit).join(partGap);
}

function tick() {
  for (const left of document.querySelectorAll('[data-at]')) {
    const ms = Number(left.dataset.at) - Date.now() - ahead;
    left.textContent = (ms < 0 ? main.dataset.overdue : main.dataset.left).replace('{0}', length(Math.abs(ms)));
  }
}

setInterval(tick, 1000);
// What the address said once must not be said again by reloading.
const here = new URL(location.href);
if (['gone', 'again'].some(word => here.searchParams.has(word))) {
  here.searchParams.delete('gone');
  here.searchParams.delete('again');
  history.replaceState(null, '', here);
}

// Not under the hands of somebody who is about to press a button.
setInterval(() => {
  if (!document.hidden && document.activeElement === document.body && !document.querySelector('details[open]')) location.reload();
}, 60000);
})();
// Buttons that print.
document.addEventListener('click', event => {
  if (event.target.closest('[data-prints]')) print();
});
// After switching on, the app starts anew: its first page is asked for until it is there. The old one leads elsewhere, which does not count.
for (const waiting of document.querySelectorAll('[data-waits-for]')) setInterval(async () => {
  try {
    if ((await fetch(waiting.dataset.waitsFor, { redirect: 'manual' })).ok) location.href = waiting.dataset.waitsFor;
  } catch { /* not there yet */ }
}, 2000);
