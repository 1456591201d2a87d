// Beside the form of a session: the times of its contributions, what its type usually takes, and what conflicts it would have as it is typed.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { itemsOf, read, same } from './form-value.js';

const form = document.querySelector('form[data-api]'), list = form.querySelector('[data-timed]'), field = name => form.elements[name];
const clock = minutes => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function times() {
  const start = /T(\d\d):(\d\d)/.exec(field('start').value), length = Number(field('minutes').value) || null;
  let at = start ? Number(start[1]) * 60 + Number(start[2]) : null, sum = 0, isKnown = true;
  for (const item of itemsOf(list)) {
    const minutes = Number(item.querySelector('[name=minutes]').value) || null;
    item.querySelector('[data-times]').textContent = !isKnown || at === null ? '' : minutes ? `${clock(at)}–${clock(at + minutes)}` : `${clock(at)}–`;
    isKnown &&= minutes !== null;
    if (isKnown && at !== null) at += minutes;
    sum += minutes ?? 0;
  }
  const place = list.querySelector('[data-sum]');
  place.textContent = sum && length ? fill(sum > length ? words.TooLong : words.FitsIn, sum, length) : '';
  place.classList.toggle('error', Boolean(sum && length && sum > length));
}

// The usual length of a type, as long as nobody said another.
function suggestLength() {
  const usual = field('type').selectedOptions[0]?.dataset.amount;
  if (usual && !field('minutes').value && field('start').value) field('minutes').value = usual;
}

form.addEventListener('input', event => {
  if (event.target.name === 'start' || event.target.name === 'type') suggestLength();
  times();
});
form.addEventListener('list-changed', times);
// Also for what was typed before this was there.
suggestLength();
times();

// ---- whether it fits
function fits() {
  const seats = Number(field('room').selectedOptions[0]?.dataset.amount) || null, wanted = Number(field('seats').value) || null, place = document.getElementById('session-seats-hint');
  place.textContent = !seats ? words.SeatsHint : !wanted ? fill(words.SeatsOfRoom, seats) : fill(wanted > seats ? words.TooFewSeats : words.EnoughSeats, seats, wanted);
  place.classList.toggle('error', Boolean(seats && wanted && wanted > seats));
}

form.addEventListener('input', fits);
fits();

// ---- what it would cause and solve, before it is saved
const aside = document.querySelector('[data-session-conflicts]'), id = aside?.dataset.sessionConflicts, api = document.querySelector('[data-conference-api]').dataset.conferenceApi;
const patience = 400, mattering = ['type', 'status', 'seats', 'chairs', 'discussants', 'contributions'];
let timer, asking, tried = '', base = read(form);

async function tryIt() {
  if (!id) return tryNew();
  asking?.abort();
  document.getElementById('would')?.remove();
  const now = read(form), { placement, ...said } = now, answers = [];
  const [moves, edits] = [!same(placement, base.placement) && placement?.start && placement.minutes, mattering.some(name => !same(now[name], base[name]))];
  if (!id || form.dataset.inert !== undefined || !moves && !edits) return;
  const { signal } = asking = new AbortController();
  try {
    if (edits) answers.push((await call('PUT', `${form.dataset.api}?dryRun=true`, { body: said, etag: form.dataset.etag, signal })).body.conflicts);
    if (moves) answers.push((await call('POST', `${api}/moves?dryRun=true`, { body: { moves: [{ session: id, ...placement }] }, signal })).body);
    const [caused, solved] = ['caused', 'solved'].map(what => answers.flatMap(answer => answer[what]));
    tell(caused, `${count(words.CausesConflicts, caused.length)} ${count(words.SolvesConflicts, solved.length)}`);
  } catch (refusal) {
    pass(refusal);
  }
}

// What is not there yet is tried as soon as it has somebody in it, or a time. What it is called changes nothing.
async function tryNew() {
  const { placement, title, abstract: _, notes: __, ...now } = read(form), isPlaced = Boolean(placement?.start && placement.minutes);
  const contributions = now.contributions.map(one => ({ ...one, title: one.title || '?', abstract: null }));
  const body = { ...now, title: '?', contributions, ...(isPlaced ? { placement } : {}) }, key = JSON.stringify(body);
  if (form.dataset.etag || form.dataset.inert !== undefined || key === tried) return;
  tried = key;
  asking?.abort();
  document.getElementById('would')?.remove();
  if (!isPlaced && !['chairs', 'discussants', 'contributions'].some(name => now[name]?.length)) return;
  const { signal } = asking = new AbortController();
  try {
    const { caused } = (await call('POST', `${form.dataset.api}?dryRun=true`, { body, signal })).body.conflicts;
    tell(caused, count(words.CausesConflicts, caused.length));
  } catch (refusal) {
    pass(refusal);
  }
}

// What cannot be so is told when it is saved.
function pass(refusal) {
  if (refusal.name !== 'AbortError' && !('status' in refusal)) throw refusal;
}

function tell(caused, summary) {
  const place = Object.assign(document.createElement('div'), { id: 'would', className: caused.length ? 'issue' : 'issue i' });
  place.append(Object.assign(document.createElement('h3'), { textContent: summary }), ...caused.map(conflict => Object.assign(document.createElement('p'), { textContent: conflict.reason })));
  aside.querySelector('h2').after(place);
}

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(tryIt, patience);
};
form.addEventListener('input', soon);
form.addEventListener('list-changed', soon);
// What was typed before is here again.
if (!id) soon();
// What is said beside the form is what is saved: it is asked for anew.
form.addEventListener('saved', async () => {
  base = read(form);
  const page = await fetch(location.href, { cache: 'no-store' }).then(answer => answer.ok ? answer.text() : null).catch(() => null);
  const fresh = page && new DOMParser().parseFromString(page, 'text/html').querySelector('[data-session-conflicts]');
  if (fresh) aside.replaceChildren(...fresh.childNodes);
});
