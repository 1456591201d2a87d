// What a move would do, asked of the API while something is held: drawn on the frames, and said.
import { words } from './organise-words.js';
import { count } from './fill.js';
import { call } from './call.js';
import { api, isCard, item, moveOf, tellMore } from './board-ground.js';
import { retie, tie, untie } from './board-tie.js';

const wait = 90, told = 6;
let timer = 0, asked = null, met = [], panel = null, key = '';

/** What is worth a mark: that something off the board has no time is plain. */
export const matters = conflict => conflict.severity !== 'information' && conflict.rule !== 'noSlot';

export function askTrial(changes, items) {
  const moves = changes.map(one => moveOf(one.id, undefined, one.to, one.from)), now = JSON.stringify(moves);
  retie();
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
  tie(bad.map(conflict => lineOf(conflict, items)).filter(Boolean).slice(0, told));
  if (!isTold) return panel?.remove();

  const summary = [count(words.CausesConflicts, bad.length), ...(solved.length ? [count(words.SolvesConflicts, solved.length)] : []), ...(newlyClashing ? [count(words.Clashing, newlyClashing)] : [])].join(' ');
  panel ??= Object.assign(document.createElement('div'), { className: 'trial' });
  const list = document.createElement('ul');
  for (const conflict of bad.slice(0, told)) {
    const isError = conflict.severity === 'error';
    list.append(Object.assign(document.createElement('li'), { className: isError ? 'e' : 'w', textContent: `${isError ? '✕' : '△'} ${conflict.reason}`, ...(conflict.rule ? {} : { lang: 'en' }) }));
  }
  panel.replaceChildren(Object.assign(document.createElement('p'), { textContent: summary }), list);
  panel.setAttribute('aria-hidden', 'true');
  if (!panel.isConnected) document.querySelector('.console').append(panel);
  tellMore(`${summary} ${bad.slice(0, 3).map(conflict => conflict.reason).join(' ')}`);
}

// From the frame of what is held to what it would clash with, as far as both are on this day's board.
function lineOf({ severity, sessions, people }, items) {
  if (sessions.length < 2) return null;
  const [from, to] = sessions.map(({ id }) => {
    const one = items.find(held => held.id === id), li = one ? null : item(id);
    return one ? !one.frame.hidden && (() => one.box) : li && !isCard(li) && li;
  });
  return from && to && { from, to, isError: severity === 'error', text: people.map(person => person.name).join(', ') };
}

function clearMarks() {
  untie();
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
