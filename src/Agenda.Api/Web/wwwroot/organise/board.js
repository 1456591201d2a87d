// The board: wires its parts together.
import { desk, isCard, item, itemOf, linkOf, placeOf } from './board-ground.js';
import { listen } from './board-live.js';
import { holding } from './board-hold.js';
import { isTied, tie, untie } from './board-tie.js';
import { chooseNone, chosenItems, mayEdit, state } from './board-items.js';

listen();

if (mayEdit) {
  const [{ send }, { pickUpByKeys }, { showBest, clearBest }, { startSwapping }] = await Promise.all([import('./board-send.js'), import('./board-keys.js'), import('./board-best.js'), import('./board-press.js')]);
  const tools = document.querySelector('[data-tools]'), bar = document.querySelector('[data-chosen]'), several = tools.querySelector('[data-several]'), swap = tools.querySelector('[data-swap]');
  const on = (name, act) => bar.querySelector(`[data-${name}]`).addEventListener('click', act);
  const change = (li, to) => ({ id: li.dataset.session, code: li.dataset.code, version: Number(li.dataset.version), from: placeOf(li), to });
  desk.classList.add('live');
  tools.hidden = false;

  several.addEventListener('click', () => {
    state.several = !state.several;
    several.setAttribute('aria-pressed', String(state.several));
  });
  swap.addEventListener('click', () => startSwapping(!state.isSwapping));
  on('none', () => {
    clearBest();
    chooseNone();
  });
  on('place', () => pickUpByKeys(chosenItems()[0]));
  on('places', () => showBest(chosenItems()[0]));
  on('unplace', () => send(chosenItems().filter(placeOf).map(li => change(li, null))));
  bar.querySelector('[data-to-day]').addEventListener('change', async event => {
    const day = event.target.value;
    event.target.value = '';
    if (day && await send(chosenItems().filter(placeOf).map(li => change(li, { ...placeOf(li), day })))) chooseNone();
  });
}

// What a conflict is about is seen on the board while it is pointed at.
const about = issue => [...issue.querySelectorAll('a[href*="/sessions/"]')].map(link => item(link.href.split('/').at(-1))).filter(Boolean);
let pointed = [], shown = '';

// Also those of a tile that is pointed at, if there are any.
function issuesOf(target) {
  const issue = target.closest?.('.issue'), li = issue ? null : itemOf(target);
  return issue ? [issue] : li?.querySelector('.why') ? [...desk.querySelectorAll('aside .issue')].filter(one => about(one).includes(li)) : [];
}

const lineOf = (issue, [from, to]) => from && to && !isCard(from) && !isCard(to)
  ? [{ from, to, isError: issue.classList.contains('e'), text: issue.querySelector('[data-people]')?.dataset.people }] : [];

function point({ target }) {
  if (holding()) return;
  const issues = issuesOf(target), key = issues.map(issue => issue.id).join();
  if (key === shown && (isTied() || !key)) return;
  shown = key;
  pointed.forEach(li => li.classList.remove('pointed'));
  pointed = target.closest('.issue') ? issues.flatMap(about) : [];
  pointed.forEach(li => li.classList.add('pointed'));
  issues.length ? tie(issues.flatMap(issue => lineOf(issue, about(issue)))) : untie();
}

desk.addEventListener('mouseover', point);
desk.addEventListener('focusin', point);
desk.addEventListener('mouseleave', () => point({ target: document.activeElement ?? desk }));
// What is there after an edit is pointed at anew.
desk.addEventListener('swapped', () => { shown = '' });
desk.addEventListener('click', event => {
  const issue = event.target.closest('.issue');
  if (!issue || event.target.closest('a, button')) return;
  const [li] = about(issue);
  li?.scrollIntoView({ block: 'center', inline: 'center' });
  if (li) linkOf(li).focus({ preventScroll: true });
});
