// Two people who are one: tried first, so that it is seen what moves; then done.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { say, sayRefusal } from './said.js';

const place = document.querySelector('[data-merge-people]'), path = place.dataset.mergePeople, box = place.querySelector('input'), list = place.querySelector('[data-found]'), tried = place.querySelector('[data-tried]');
const api = document.querySelector('[data-conference-api]').dataset.conferenceApi;
const nameOf = person => [[person.givenName, person.familyName].filter(Boolean).join(' '), person.affiliation].filter(Boolean).join(', ');
const button = (text, act, main = false) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: main ? 'btn go' : 'btn', textContent: text });
  made.addEventListener('click', act);
  return made;
};
let timer;

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(find, 150);
});

async function find() {
  tried.replaceChildren();
  const text = box.value.trim();
  if (!text) return list.replaceChildren();
  try {
    const { body } = await call('GET', `${api}/people?limit=8&q=${encodeURIComponent(text)}`);
    list.replaceChildren(...body.items.filter(person => person.id !== place.dataset.self && !person.erasedAt).map(person => {
      const line = document.createElement('li');
      line.append(button(nameOf(person), () => tryOut(person)));
      return line;
    }));
  } catch (refusal) {
    sayRefusal(refusal);
  }
}

async function tryOut(other) {
  try {
    const { body } = await call('POST', `${path}?dryRun=true`, { body: { other: other.id, otherVersion: other.version }, etag: place.dataset.etag });
    const told = Object.assign(document.createElement('p'), { textContent: `${fill(words.WouldBeRemoved, nameOf(other))} ${count(words.SessionsMove, body.sessions.length)} ${body.sessions.map(session => session.code).join(', ')}` });
    tried.replaceChildren(told, button(words.DoIt, () => join(other), true));
  } catch (refusal) {
    refuse(refusal);
  }
}

async function join(other) {
  try {
    await call('POST', path, { body: { other: other.id, otherVersion: other.version }, etag: place.dataset.etag });
    sessionStorage.setItem('agenda-said', words.Saved);
    location.reload();
  } catch (refusal) {
    refuse(refusal);
  }
}

const refuse = refusal => refusal.code === 'stale' ? say(words.ChangedMeanwhile, { bad: true, more: [' ', button(words.LoadAnew, () => location.reload())] }) : sayRefusal(refusal);
