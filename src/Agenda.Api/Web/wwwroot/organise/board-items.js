// Tiles and cards as things to press: a link to the editor becomes a button that picks up; what is chosen is remembered by id.
import { words } from './organise-words.js';
import { count } from './fill.js';
import { desk, isCard, item, linkOf } from './board-ground.js';

const chosen = new Set(), bar = document.querySelector('[data-chosen]');
export const mayEdit = 'mayEdit' in document.querySelector('.console').dataset;
export const state = { several: false, swap: null, isSwapping: false };

export function decorate(li) {
  if (!mayEdit) return;
  const link = linkOf(li);
  link.setAttribute('role', 'button');
  link.setAttribute('aria-describedby', 'board-how');
  link.draggable = false;
  li.append(Object.assign(document.createElement('span'), { className: 'grip' }));
  mark(li);
}

function mark(li) {
  const isChosen = chosen.has(li.dataset.session), link = linkOf(li);
  li.classList.toggle('chosen-one', isChosen);
  li.classList.toggle('swap-one', state.swap === li.dataset.session);
  isChosen ? link.setAttribute('aria-pressed', 'true') : link.removeAttribute('aria-pressed');
}

export const chosenItems = () => [...chosen].map(item).filter(Boolean);

/** What is moved together with one: all that is chosen if it is among them. */
export const together = li => chosen.has(li.dataset.session) ? chosenItems() : [li];

export function choose(li, { more = false } = {}) {
  const id = li.dataset.session;
  if (!more) {
    const others = [...chosen].filter(other => other !== id);
    chosen.clear();
    others.map(item).filter(Boolean).forEach(mark);
  }
  if (more && chosen.has(id)) chosen.delete(id);
  else chosen.add(id);
  mark(li);
  show();
}

export function chooseNone() {
  const before = chosenItems();
  chosen.clear();
  before.forEach(mark);
  show();
}

export function markSwap(li) {
  const before = state.swap && item(state.swap);
  state.swap = li?.dataset.session ?? null;
  if (before) mark(before);
  if (li) mark(li);
}

export function show() {
  const items = chosenItems(), [first] = items;
  bar.hidden = !items.length;
  if (!first) return;
  bar.querySelector('[data-what]').textContent = items.length === 1 ? `${first.dataset.code} ${first.querySelector('.name').textContent}` : count(words.Chosen, items.length);
  bar.querySelector('[data-unplace]').hidden = items.every(isCard);
  bar.querySelector('[data-to-day]').parentElement.hidden = items.some(isCard);
  bar.querySelector('[data-places]').hidden = items.length > 1;
  const edit = bar.querySelector('[data-edit]');
  edit.hidden = items.length > 1;
  edit.href = linkOf(first).href;
}

desk.addEventListener('swapped', () => { if (bar) show() });
