// Beside the form of a session: the times of its contributions, what its type usually takes, and what conflicts it would have as it is typed.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { itemsOf } from './form-value.js';

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
  const usual = field('type').selectedOptions[0]?.dataset.minutes;
  if (usual && !field('minutes').value && field('start').value) field('minutes').value = usual;
}

form.addEventListener('input', event => {
  if (event.target.name === 'start' || event.target.name === 'type') suggestLength();
  times();
});
form.addEventListener('list-changed', times);
times();
