// The reader's own agenda: what changed since they looked, the link of another device, and what is kept on this one.
import { words, count } from './words.js';
import { forget, read } from './presses.js';
import { copiesOff, start } from './kept.js';

const make = (name, properties) => Object.assign(document.createElement(name), properties);
const stored = (store, key, value) => {
  try {
    if (value === undefined) return store.getItem(key);
    store.setItem(key, value);
  } catch {
    return null;
  }
};

// What was seen before this visit; reading it again within the visit shows the same.
function since(conference, newest) {
  const key = `agenda-seen-${conference}`;
  const before = stored(sessionStorage, key) ?? stored(localStorage, key) ?? '0';
  stored(sessionStorage, key, before);
  stored(localStorage, key, newest);
  return Number(before);
}

function changes() {
  const section = document.querySelector('.changed'), heading = section?.querySelector('h2');
  if (!section) return;
  const items = [...section.querySelectorAll('li')], newest = {};
  for (const { dataset: { of, release } } of items) newest[of] = Math.max(newest[of] ?? 0, release);
  for (const of of Object.keys(newest)) newest[of] = since(of, newest[of]);
  const old = items.filter(item => Number(item.dataset.release) <= newest[item.dataset.of]);
  if (old.length > 0) {
    const button = make('button', { type: 'button', className: 'btn', textContent: words.EarlierChanges });
    button.onclick = () => {
      old.forEach(item => { item.hidden = false });
      old[0].querySelector('a')?.focus();
      button.remove();
    };
    old.forEach(item => { item.hidden = true });
    section.append(button);
  }
  heading.textContent = old.length === items.length ? words.NothingNew : count(words.SinceYouLooked, items.length - old.length);
}

// The link is taken out of the address bar at once, so that nobody reads it there, or in the history.
function join() {
  const field = document.querySelector('input[name=link]');
  if (!field || location.hash.length < 2) return;
  field.value = location.hash;
  history.replaceState(null, '', location.pathname);
  field.type = 'password';
  field.readOnly = true;
  field.closest('form').prepend(make('p', { className: 'note good', textContent: words.LinkIsFilledIn }));
  field.closest('.field').hidden = true;
}

// What was pressed and not sent belongs to the agenda that goes.
function leaving() {
  for (const form of document.querySelectorAll('form:is([action="/mine/forgotten"], [action="/mine/left"])'))
    form.addEventListener('submit', async event => {
      event.preventDefault();
      await forget();
      form.submit();
    }, { once: true });
}

function copies() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  const button = make('button', { type: 'button', className: 'btn' }), hint = make('small', { role: 'status' }), p = make('p', { className: 'copies' });
  const say = off => {
    button.textContent = off ? words.KeepCopies : words.RemoveCopies;
    hint.textContent = off ? words.CopiesRemoved : words.RemoveCopiesMeans;
  };
  button.onclick = async () => {
    const off = !copiesOff();
    copiesOff(off);
    if (off) {
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      for (const name of await caches.keys()) if (name.startsWith('agenda-')) await caches.delete(name);
    } else {
      await start();
    }
    say(off);
  };
  say(copiesOff());
  p.append(button, ' ', hint);
  document.querySelector('.devices')?.append(p);
}

// Without network: what is starred, out of the copies of agendas.
async function fromCopies(main) {
  document.title = words.MyAgenda;
  const head = make('div', { className: 'head' });
  head.append(make('h1', { textContent: words.MyAgenda }));
  main.append(head);
  const { stars, presses } = await read();
  for (const [id, { on }] of presses) on ? stars.add(id) : stars.delete(id);
  const bundles = await (await caches.open('agenda-copies')).keys();
  for (const { url } of bundles) {
    const slug = new URL(url).pathname.split('/')[1];
    const copy = await caches.match(`/${slug}?day=all`);
    if (!copy) continue;
    const page = new DOMParser().parseFromString(await copy.text(), 'text/html');
    for (const star of page.querySelectorAll('button.star[name=session]')) if (!stars.has(star.value)) star.closest('.row')?.remove(); else star.remove();
    for (const part of page.querySelectorAll('.slot, .day')) if (!part.querySelector('.row')) part.remove();
    const days = [...page.querySelectorAll('.day')];
    if (days.length > 0) main.append(make('h2', { className: 'of', textContent: page.querySelector('.sign b')?.textContent }), ...days);
  }
  if (!main.querySelector('.row')) main.append(make('p', { className: 'none', textContent: words.NothingStarredKept }));
}

if (document.documentElement.dataset.keptFor === 'mine') {
  await fromCopies(document.getElementById('main'));
} else {
  changes();
  join();
  leaving();
  copies();
  const print = document.querySelector('.hits')?.appendChild(make('button', { type: 'button', className: 'btn', textContent: words.Print }));
  if (print) print.onclick = () => window.print();
}
