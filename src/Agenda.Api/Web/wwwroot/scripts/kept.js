// Copies on the device: the worker keeps them, this asks it to and says how old a copy is that is read.
import { words, fill, count } from './words.js';

const root = document.documentElement, { kept, keptFor, conference } = root.dataset;
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function copiesOff(off) {
  try {
    if (off === undefined) return localStorage.getItem('agenda-copies') === 'off';
    off ? localStorage.setItem('agenda-copies', 'off') : localStorage.removeItem('agenda-copies');
  } catch {
    return false;
  }
}

function age(at) {
  const clock = { hour: 'numeric', minute: '2-digit', hourCycle: root.dataset.hours === '12' ? 'h12' : 'h23' };
  const today = at.toDateString() === new Date().toDateString();
  return fill(today ? words.CopyFromToday : words.CopyFrom, at.toLocaleString(root.lang, today ? clock : { weekday: 'long', day: 'numeric', month: 'long', ...clock }));
}

// Words are looked for in what the rows say; other filters need the service.
function search(asked) {
  const parts = plain(asked).split(/\s+/).filter(Boolean);
  const rows = [...document.querySelectorAll('.row')];
  for (const row of rows) row.hidden = !parts.every(part => plain(row.textContent).includes(part));
  for (const part of document.querySelectorAll('.slot, .day')) part.hidden = !part.querySelector('.row:not([hidden])');
  const field = document.querySelector('input[type=search][name=q]');
  if (field) field.value = asked;
  return count(words.CopySearched, rows.filter(row => !row.hidden).length);
}

if (kept) {
  const note = document.createElement('p'), again = document.createElement('a'), told = [age(new Date(kept))], asked = new URLSearchParams(location.search).get('q');
  if (keptFor === 'filter') told.push(asked ? search(asked) : words.CopyOfWhole);
  note.className = 'copy';
  note.setAttribute('role', 'status');
  Object.assign(again, { href: location.href, textContent: words.TryAgain });
  note.append(told.join(' '), ' ', again);
  document.querySelector('.mast').prepend(note);
}

async function keep() {
  const { serviceWorker, connection } = navigator;
  await serviceWorker.register('/sw.js');
  const { active } = await serviceWorker.ready;
  if (kept) return;
  if (!serviceWorker.controller) active.postMessage({ read: location.pathname + location.search });
  if (conference && !connection?.saveData) active.postMessage({ keep: conference });
}

export const start = () => keep().catch(() => { });
if ('serviceWorker' in navigator && !copiesOff()) {
  const later = () => (globalThis.requestIdleCallback ?? setTimeout)(start);
  document.readyState === 'complete' ? later() : addEventListener('load', later);
}
