// Moves are sent with the versions that were seen, taken back by the API's own undo, and done again. What this window did is kept in it.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { say, sayRefusal, unsay } from './said.js';
import { tellStanding } from './standing.js';
import { api, item, moveOf, placeFrom, samePlace, tell, wordsOf } from './board-ground.js';
import { refresh } from './board-live.js';
import { matters } from './board-trial.js';

const kept = `agenda-board ${api}`, most = 50, shortly = 10_000;
let past = { done: [], undone: [] }, isBusy = false;
try { past = JSON.parse(sessionStorage.getItem(kept)) ?? past } catch { }

const undoButton = document.querySelector('[data-undo]'), redoButton = document.querySelector('[data-redo]');

function keep() {
  past.done.splice(0, past.done.length - most);
  try { sessionStorage.setItem(kept, JSON.stringify(past)) } catch { }
  undoButton.disabled = !past.done.length;
  redoButton.disabled = !past.undone.length;
}

/** Sends changes { id, code, version, from, to }, all of them or none. Whether it went well. */
export const send = changes => guarded(() => sendNow(changes), async () => {
  past.done.push(changes.map(({ id, code, from, to }) => ({ id, code, from, to })));
  past.undone.length = 0;
});

async function sendNow(changes) {
  const { body } = await call('POST', `${api}/moves`, { body: { moves: changes.map(one => moveOf(one.id, one.version, one.to, one.from)) } });
  renew(body.sessions);
  said(changes.length === 1 ? fill(changes[0].to ? words.MovedTo : words.TakenOff, changes[0].code, wordsOf(changes[0].to)) : count(words.SeveralMoved, changes.length), body.caused);
}

export const undo = () => past.done.length ? guarded(() => undoNow(past.done.at(-1)), async () => past.undone.push(past.done.pop())) : tell(words.NothingToUndo);

export const redo = () => past.undone.length ? guarded(() => placeNow(past.undone.at(-1), 'from', 'to', words.DoneAgain), async () => past.done.push(past.undone.pop())) : tell(words.NothingToRedo);

// The last edit of the account may be one of another window, which nobody wants to take back from here.
async function undoNow(entry) {
  const trial = await call('POST', `${api}/undo?dryRun=true`).catch(refusal => {
    if (refusal.code === 'nothing-to-undo') return null;
    throw refusal;
  });
  const isOurs = trial?.body.sessions.length === entry.length && trial.body.sessions.every(session => {
    const one = entry.find(one => one.id === session.id);
    return one && samePlace(placeFrom(session.placement), one.from);
  });
  if (!isOurs) return placeNow(entry, 'to', 'from', words.Undone);
  const { body } = await call('POST', `${api}/undo`);
  renew(body.sessions);
  said(fill(words.Undone, codes(entry)), body.caused);
}

// By moves, as long as everything is where this window left it.
async function placeNow(entry, expected, wanted, text) {
  const present = await Promise.all(entry.map(one => call('GET', `${api}/sessions/${one.id}`).then(answer => answer.body)));
  const other = entry.find((one, i) => !samePlace(placeFrom(present[i].placement), one[expected]));
  if (other) throw Object.assign(new Error(fill(words.MovedByOthers, other.code)), { isKnown: true });
  const moves = entry.map((one, i) => moveOf(one.id, present[i].version, one[wanted], one[expected]));
  const { body } = await call('POST', `${api}/moves`, { body: { moves } });
  renew(body.sessions);
  said(fill(text, codes(entry)), body.caused);
}

const codes = entry => entry.map(one => one.code).join(', ');

async function guarded(act, after) {
  if (isBusy) return false;
  isBusy = true;
  document.body.setAttribute('aria-busy', 'true');
  try {
    await act();
    await after();
    keep();
    tellStanding();
    return true;
  } catch (refusal) {
    refuse(refusal);
    return false;
  } finally {
    isBusy = false;
    await refresh();
    if (!isBusy) document.body.removeAttribute('aria-busy');
  }
}

function refuse(refusal) {
  if (refusal.isKnown) return say(refusal.message, { bad: true });
  if (!('status' in refusal)) throw refusal;
  if (refusal.code === 'stale') {
    const list = document.createElement('ul');
    for (const session of refusal.problem.current ?? []) list.append(Object.assign(document.createElement('li'), { textContent: `${session.code}: ${wordsOf(placeFrom(session.placement))}` }));
    return say(words.BoardChangedMeanwhile, { bad: true, more: [list] });
  }
  if (refusal.code === 'touched-since') {
    const list = document.createElement('ul');
    for (const touch of refusal.problem.touched ?? []) list.append(Object.assign(document.createElement('li'), { textContent: `${touch.session.code}: ${[...new Set(touch.since.map(one => one.by))].join(', ')}` }));
    return say(words.TouchedSince, { bad: true, more: [list] });
  }
  sayRefusal(refusal);
}

function renew(sessions) {
  for (const session of sessions) {
    const li = item(session.id);
    if (li) li.dataset.version = session.version;
  }
}

function said(text, caused) {
  const bad = caused.filter(matters);
  if (!bad.length) return sayShortly(text);
  const list = document.createElement('ul');
  for (const conflict of bad.slice(0, 8)) list.append(Object.assign(document.createElement('li'), { textContent: conflict.reason }));
  say(`${text} ${count(words.CausesConflicts, bad.length)}`, { more: [list] });
}

// That it went well need not be in the way for long: the board shows it.
function sayShortly(text) {
  say(text);
  const note = document.querySelector('#said > *');
  setTimeout(() => { if (note.isConnected) unsay() }, shortly);
}

undoButton.addEventListener('click', undo);
redoButton.addEventListener('click', redo);
keep();
