// What a move would do, asked of the API while something is held: drawn on the frames, and said.
import { words } from './organise-words.js';
import { count } from './fill.js';
import { call } from './call.js';
import { api, item, moveOf, tellMore } from './board-ground.js';

const wait = 90, told = 6;
let timer = 0, asked = null, met = [], panel = null, key = '';

/** What is worth a mark: that something off the board has no time is plain. */
export const matters = conflict => conflict.severity !== 'information' && conflict.rule !== 'noSlot';

export function askTrial(changes, items) {
  const moves = changes.map(one => moveOf(one.id, undefined, one.to, one.from)), now = JSON.stringify(moves);
  if (now === key) return;
  key = now;
  clearTimeout(timer);
  asked?.abort();
  if (!moves.length) return show({ caused: [], solved: [] }, items, false);
  timer = setTimeout(() => run(moves, items), wait);
}

async function run(moves, items) {
  const { signal } = asked = new AbortController();
  const begun = performance.now();
  try {
    const { body } = await call('POST', `${api}/moves?dryRun=true`, { body: { moves }, signal });
    if (signal.aborted) return;
    performance.measure('board-trial', { start: begun });
    show(body, items, true);
  } catch (refusal) {
    if (refusal.name === 'AbortError') return;
    if (!('status' in refusal)) throw refusal;
    // What cannot be there is known before it is put down.
    show({ caused: [{ severity: 'error', reason: refusal.message, sessions: [] }], solved: [] }, items, true);
  }
}

function show({ caused, solved, newlyClashing = 0 }, items, isTold) {
  const bad = caused.filter(matters), held = new Set(items.map(one => one.id));
  clearMarks();
  for (const one of items) {
    const own = bad.filter(conflict => !conflict.sessions.length || conflict.sessions.some(session => session.id === one.id));
    one.frame.classList.toggle('e', own.some(conflict => conflict.severity === 'error'));
    one.frame.classList.toggle('w', own.length > 0 && own.every(conflict => conflict.severity !== 'error'));
  }
  for (const { id } of bad.filter(one => one.severity === 'error').flatMap(one => one.sessions)) {
    const li = held.has(id) ? null : item(id);
    if (!li) continue;
    li.classList.add('meets');
    met.push(li);
  }
  if (!isTold) return panel?.remove();

  const summary = [count(words.CausesConflicts, bad.length), ...(solved.length ? [count(words.SolvesConflicts, solved.length)] : []), ...(newlyClashing ? [count(words.Clashing, newlyClashing)] : [])].join(' ');
  panel ??= Object.assign(document.createElement('div'), { className: 'trial' });
  const list = document.createElement('ul');
  for (const conflict of bad.slice(0, told)) {
    const isError = conflict.severity === 'error';
    list.append(Object.assign(document.createElement('li'), { className: isError ? 'e' : 'w', lang: 'en', textContent: `${isError ? '✕' : '△'} ${conflict.reason}` }));
  }
  panel.replaceChildren(Object.assign(document.createElement('p'), { textContent: summary }), list);
  panel.setAttribute('aria-hidden', 'true');
  if (!panel.isConnected) document.querySelector('.console').append(panel);
  tellMore(`${summary} ${bad.slice(0, 3).map(conflict => conflict.reason).join(' ')}`);
}

function clearMarks() {
  for (const li of met) li.classList.remove('meets');
  met = [];
}

export function endTrial() {
  clearTimeout(timer);
  asked?.abort();
  asked = null;
  key = '';
  clearMarks();
  panel?.remove();
}
