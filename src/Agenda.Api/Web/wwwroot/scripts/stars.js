// Stars stand filled for what the reader starred, and toggle where they are. Presses without network are kept and sent when it is back.
import { words, fill } from './words.js';
import { read, press, settle, know, changed } from './presses.js';
import { inTurns } from './turns.js';

const form = '/mine/stars', mine = location.pathname === '/mine';
const selector = 'button[name=session]:is([form=star], .row > [form=unstar]), form[action="/mine/stars"] > button[name=session]';
const status = document.createElement('p');
status.className = 'hide';
status.setAttribute('role', 'status');

const say = (text, ...values) => { status.textContent = fill(text, ...values) };
const code = button => button.closest('.row, .tile, article')?.querySelector('.code')?.textContent.trim() ?? '';
let shown = new Set(), latest = 0;

// Tiles of the grid get a star where one fits; the page of their session has one for who reads without scripts.
function tiles() {
  if (!document.getElementById('star')) return;
  for (const tile of document.querySelectorAll('.tile[data-session]:not(.break)')) {
    const button = Object.assign(document.createElement('button'), { className: 'star', name: 'session', value: tile.dataset.session });
    button.setAttribute('form', 'star');
    tile.append(button);
  }
}

// Hundreds are on a page. What the reader starred, or no longer, is seen at once; that the others are not starred is told to those who listen.
function draw() {
  const run = ++latest, others = [];
  for (const button of document.querySelectorAll(selector))
    shown.has(button.value) || button.getAttribute('aria-pressed') === 'true' ? drawOne(button) : others.push(button);
  inTurns(others, drawOne, () => run === latest);
}

function drawOne(button) {
  const on = shown.has(button.value), sign = on ? '★' : '☆';
  if (button.getAttribute('aria-pressed') === `${on}`) return;
  button.setAttribute('aria-pressed', on);
  if (button.classList.contains('star')) {
    // The same text anew would have the whole page styled anew.
    if (button.textContent !== sign) button.textContent = sign;
    button.setAttribute('aria-label', fill(words.MyAgendaOf, code(button)));
  } else {
    button.textContent = `${sign} ${words.MyAgenda}`;
  }
  if (!mine) button.closest('.row, .tile')?.classList.toggle('starred', on);
}

async function refresh() {
  const { stars, presses } = await read();
  for (const [id, { on }] of presses) on ? stars.add(id) : stars.delete(id);
  shown = stars;
  draw();
}

async function toggle(button) {
  await ready;
  const on = !shown.has(button.value);
  on ? shown.add(button.value) : shown.delete(button.value);
  draw();
  say((on ? words.InMyAgenda : words.OutOfMyAgenda) + (navigator.onLine ? '' : ` ${words.SentLater}`), code(button));
  await press(button.value, on);
  await send();
}

// One after the other, from one tab at a time: the first star makes the agenda into which the others go.
const inTurn = work => navigator.locks ? navigator.locks.request('agenda-stars', work) : work();

const post = (id, { on, at }) => fetch(form, {
  method: 'POST',
  headers: { Accept: 'application/json' },
  body: new URLSearchParams({ session: id, act: on ? 'put' : 'remove', ago: Math.max(0, Math.round((Date.now() - at) / 1000)) }),
});

async function sendOne(id, pressed) {
  let answer = await post(id, pressed);
  if (answer.status === 410) {
    await know([]);
    say(words.NewAgendaBegun);
    answer = await post(id, pressed);
  }
  // Busy, or broken: later.
  if (answer.status === 429 || answer.status >= 500) throw answer;
  if (!answer.ok && pressed.on) {
    const button = [...document.querySelectorAll(selector)].find(b => b.value === id);
    say(words.NotStarred, button ? code(button) : '');
  }
  await settle(id, pressed.at, answer.ok && pressed.on);
}

async function send(ask = false) {
  try {
    await inTurn(async () => {
      // Others may be pressed meanwhile; what cannot be kept must not go round for ever.
      for (let round = 0, left; round < 9 && (left = [...(await read()).presses]).length > 0; round++) for (const [id, pressed] of left) await sendOne(id, pressed);
      if (!ask) return;
      const answer = await fetch(form, { headers: { Accept: 'application/json' }, keepalive: true });
      if (answer.ok) await know((await answer.json()).stars);
    });
  } catch {
    // Without network: the browser may wake the worker when it is back, and every page tries again.
    navigator.serviceWorker?.ready.then(worker => worker.sync?.register('agenda-stars')).catch(() => { });
  }
  await refresh();
}

// Who never starred anything is asked about once a visit: the cookie may know more than the database of the browser, which browsers empty earlier.
function firstOfVisit() {
  try {
    if (sessionStorage.getItem('agenda-asked')) return false;
    sessionStorage.setItem('agenda-asked', '1');
  } catch {
    // Then it is asked every time.
  }
  return true;
}

const usable = !('kept' in document.documentElement.dataset) || !mine;
document.body.append(status);
tiles();
const ready = refresh();
if (usable) {
  document.addEventListener('click', event => {
    const button = event.target.closest?.(selector);
    if (!button) return;
    event.preventDefault();
    toggle(button);
  });
  changed?.addEventListener('message', refresh);
  addEventListener('online', () => send(true));
  addEventListener('pageshow', event => event.persisted && send(true));
  ready.then(async () => {
    const { stars, presses } = await read(), hasStars = document.querySelector(selector) !== null;
    if (mine || presses.size > 0 || (hasStars && (stars.size > 0 || firstOfVisit()))) await send(mine || hasStars);
  });
}
