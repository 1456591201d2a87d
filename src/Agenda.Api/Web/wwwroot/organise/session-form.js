// Beside the form of a session: the times of its contributions, what its type usually takes, and what conflicts it would have as it is typed.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { itemsOf, read } from './form-value.js';

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
times();

// ---- whether it fits
function fits() {
  const seats = Number(field('room').selectedOptions[0]?.dataset.amount) || null, wanted = Number(field('seats').value) || null, place = document.getElementById('session-seats-hint');
  place.textContent = !seats ? words.SeatsHint : !wanted ? fill(words.SeatsOfRoom, seats) : fill(wanted > seats ? words.TooFewSeats : words.EnoughSeats, seats, wanted);
  place.classList.toggle('error', Boolean(seats && wanted && wanted > seats));
}

form.addEventListener('input', fits);
fits();

// ---- where it would be: what that would do, before it is saved
const aside = document.querySelector('[data-session-conflicts]'), id = aside?.dataset.sessionConflicts, api = document.querySelector('[data-conference-api]').dataset.conferenceApi;
const patience = 250;
let timer, asking;

async function tryPlace() {
  asking?.abort();
  document.getElementById('would')?.remove();
  const { placement } = read(form);
  if (!id || !form.dataset.dirtyPlace || !placement?.start || !placement.minutes) return;
  asking = new AbortController();
  try {
    const { body } = await call('POST', `${api}/moves?dryRun=true`, { body: { moves: [{ session: id, ...placement }] }, signal: asking.signal });
    const place = Object.assign(document.createElement('div'), { id: 'would', className: body.caused.length ? 'issue' : 'issue i' });
    place.append(Object.assign(document.createElement('h3'), { textContent: `${count(words.CausesConflicts, body.caused.length)} ${count(words.SolvesConflicts, body.solved.length)}` }),
      ...body.caused.map(conflict => Object.assign(document.createElement('p'), { textContent: conflict.reason })));
    aside.querySelector('h2').after(place);
  } catch (refusal) {
    // What is not a place is told when it is saved.
    if (refusal.name === 'AbortError' || 'status' in refusal) return;
    throw refusal;
  }
}

form.querySelector('[data-group=placement]').addEventListener('input', () => {
  form.dataset.dirtyPlace = 'yes';
  clearTimeout(timer);
  timer = setTimeout(tryPlace, patience);
});
// What is said beside the form is what is saved: it is asked for anew.
form.addEventListener('saved', async () => {
  delete form.dataset.dirtyPlace;
  const page = await fetch(location.href, { cache: 'no-store' }).then(answer => answer.ok ? answer.text() : null).catch(() => null);
  const fresh = page && new DOMParser().parseFromString(page, 'text/html').querySelector('[data-session-conflicts]');
  if (fresh) aside.replaceChildren(...fresh.childNodes);
});
