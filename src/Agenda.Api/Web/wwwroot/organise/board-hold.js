// What is held: sessions that were picked up, by pointer or by keys, and where they would be put down. Drawn as frames on the canvas.
import { words } from './organise-words.js';
import { fill } from './fill.js';
import { boxOf, dayNow, linkOf, measure, placeOf, samePlace, tell, wordsOf, boardNow } from './board-ground.js';
import { askTrial, endTrial } from './board-trial.js';

let held = null;
const whenFree = [];

export const holding = () => held;

/** Called as soon as nothing is held. */
export const onceFree = act => held ? whenFree.push(act) : act();

export function pickUp(items, lead, by) {
  if (held) return held;
  const ground = measure();
  held = { by, ground, lead: null, items: items.map(li => makeItem(li)), here: null };
  held.lead = held.items.find(one => one.li === lead);
  for (const one of held.items) one.li.classList.add('held');
  boardNow().closest('.sheet').classList.add('holding');
  return held;
}

function makeItem(li) {
  const from = placeOf(li), frame = document.createElement('div'), label = document.createElement('b');
  frame.className = 'target';
  frame.hidden = true;
  frame.append(label, `${li.dataset.code} ${li.querySelector('.name').textContent}`);
  return { li, id: li.dataset.session, code: li.dataset.code, from, to: from, frame, label, isBreak: li.classList.contains('break'), minutes: Number(li.dataset.minutes) };
}

/** Aims at a place for the one that leads; the others keep their distance to it. Null is nowhere. */
export function aim(to, { quiet = false } = {}) {
  const { lead, items, ground } = held;
  if (!to) items.forEach(one => { one.to = null });
  else if (!lead.from) follow(to);
  else {
    const index = place => ground.columns.findIndex(column => column.room === place.room);
    const placed = items.filter(one => one.from), later = clampTime(to.at - lead.from.at, placed), across = to.room === null || lead.from.room === null ? null : clampColumns(index(to) - index(lead.from), placed.filter(one => one.from.room !== null).map(one => index(one.from)));
    const longer = to.minutes - lead.from.minutes;
    for (const one of placed) {
      const column = across === null || one.from.room === null ? null : ground.columns[index(one.from) + across];
      const room = one === lead && across === null ? to.room : column ? column.room : one.from.room;
      one.to = { day: to.day, room, at: one.from.at + later, minutes: Math.max(1, one.from.minutes + longer), offset: one.from.offset };
    }
    let after = lead.to.at + lead.to.minutes;
    for (const one of items.filter(one => !one.from)) {
      one.to = { day: to.day, room: lead.to.room, at: after, minutes: one.minutes };
      after += one.minutes;
    }
  }
  draw();
  if (!quiet) tell(sayPlace());
}

// What comes from the list is put one after another.
function follow(to) {
  let at = to.at;
  for (const one of [held.lead, ...held.items.filter(one => one !== held.lead)]) {
    one.to = { ...to, at, minutes: one === held.lead ? to.minutes : one.minutes };
    at += one.to.minutes;
  }
}

function clampTime(later, items) {
  const { first, last } = held.ground;
  const least = Math.max(...items.map(one => Math.min(first, one.from.at) - one.from.at)), most = Math.min(...items.map(one => Math.min(last - 5, 1439) - one.from.at));
  return Math.max(least, Math.min(most, later));
}

const clampColumns = (shift, at) => Math.max(-Math.min(...at), Math.min(held.ground.columns.length - 1 - Math.max(...at), shift));

export function sayPlace() {
  const { lead, items } = held;
  return items.length === 1 ? `${lead.code}: ${wordsOf(lead.to)}` : fill(words.SeveralAt, items.length, lead.code, wordsOf(lead.to));
}

function draw() {
  const { ground, items, lead } = held, head = lead.to && lead.to.day === dayNow() && lead.to.room !== null ? ground.columns.find(column => column.room === lead.to.room)?.head : null;
  if (held.here !== head) {
    held.here?.classList.remove('here');
    head?.classList.add('here');
    held.here = head;
  }
  for (const one of items) {
    const isDrawn = one.to !== null && one.to.day === dayNow();
    one.frame.hidden = !isDrawn;
    if (!isDrawn) continue;
    const box = boxOf(ground, one.to);
    one.box = box;
    one.frame.style.transform = `translate(${box.left}px, ${box.top}px)`;
    one.frame.style.width = `${box.width}px`;
    one.frame.style.height = `${box.height}px`;
    one.frame.classList.toggle('high', box.top < 30);
    one.label.textContent = wordsOf(one.to);
    if (!one.frame.parentNode) ground.canvas.append(one.frame);
  }
  askTrial(changes(), items);
}

/** What would be moved. */
export const changes = () => held.items.filter(one => !samePlace(one.from, one.to)).map(({ id, code, from, to, li }) => ({ id, code, from, to, version: Number(li.dataset.version) }));

/** Ends holding. Frames stay until `clear` is called, so that nothing jumps while it is sent. */
export function letGo() {
  const { items, here } = held;
  endTrial();
  here?.classList.remove('here');
  boardNow().closest('.sheet').classList.remove('holding');
  for (const one of items) {
    one.li.style.transform = '';
    one.li.classList.remove('held');
  }
  held = null;
  for (const act of whenFree.splice(0)) act();
  return { items, clear: () => items.forEach(one => one.frame.remove()) };
}

export function putBack() {
  if (!held) return;
  const { lead, by } = held;
  letGo().clear();
  tell(fill(words.PutBack, lead.code));
  if (by === 'keys') linkOf(lead.li)?.focus({ preventScroll: true });
}

/** The place at which something from the list begins when it is picked up by keys: what is seen of the board at its top. */
export function firstPlace(minutes) {
  const { ground } = held, seen = ground.first + ground.scrollTop / ground.perMinute, at = Math.ceil(seen / 30) * 30;
  const column = ground.columns.find(one => one.room !== null && one.left + one.width / 2 >= ground.scrollLeft);
  return { day: dayNow(), room: column?.room ?? null, at, minutes };
}
