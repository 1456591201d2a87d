// Moving by pointer: mouse, pen, and fingers by a long press or the grip. What is laid out is read once; while something moves, only transforms are written.
import { dayNow, desk, isCard, itemOf } from './board-ground.js';
import { aim, changes, holding, letGo, pickUp, putBack } from './board-hold.js';
import { mayEdit, together } from './board-items.js';
import { send } from './board-send.js';
import { clearBest } from './board-best.js';
import { press } from './board-press.js';

const slack = 5, longPress = 380, edge = 9, nearBorder = 44, fastest = 16;
let start = null, drag = null, frame = 0;

desk.addEventListener('pointerdown', event => {
  const li = itemOf(event.target);
  if (!mayEdit || !li || event.button !== 0 || holding() || start) return;
  const box = li.getBoundingClientRect(), isTouch = event.pointerType === 'touch';
  start = { li, id: event.pointerId, x: event.clientX, y: event.clientY, box, isTouch, isLength: !isCard(li) && !event.target.closest('.grip') && box.height > 3 * edge && box.bottom - event.clientY < (isTouch ? 2 * edge : edge) };
  if (isTouch && event.target.closest('.grip')) start.isGrip = true;
  else if (isTouch) start.timer = setTimeout(() => begin(start.x, start.y), longPress);
});

document.addEventListener('pointermove', event => {
  if (!start || event.pointerId !== start.id) return;
  if (drag) return follow(event);
  const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > slack;
  if (!far) return;
  // A finger that moves on at once scrolls, unless it is on the grip.
  if (start.isTouch && !start.isGrip) return forget();
  begin(event.clientX, event.clientY);
  follow(event);
});

document.addEventListener('pointerup', event => {
  if (!start || event.pointerId !== start.id) return;
  const { li } = start, was = drag;
  if (was) return finish();
  forget();
  if (li.isConnected) press(li, event);
});

document.addEventListener('pointercancel', event => { if (start && event.pointerId === start.id) cancel() });
// Once something is dragged, the finger scrolls nothing.
desk.addEventListener('touchmove', event => { if (drag) event.preventDefault() }, { passive: false });
desk.addEventListener('contextmenu', event => { if (start?.isTouch) event.preventDefault() });
desk.addEventListener('dragstart', event => event.preventDefault());

function forget() {
  clearTimeout(start?.timer);
  start = null;
}

function begin(x, y) {
  const { li } = start;
  if (!li.isConnected) return forget();
  clearTimeout(start.timer);
  clearBest();
  const { ground, lead, items } = pickUp(start.isLength ? [li] : together(li), li, 'pointer');
  const side = desk.querySelector('.unplaced').getBoundingClientRect();
  const days = [...document.querySelectorAll('.days [data-day]')].map(link => ({ link, day: link.dataset.day, box: link.getBoundingClientRect() }));
  drag = { ground, lead, items, side, days, x, y, fine: false, isLength: start.isLength, scroll: { left: ground.scrollLeft, top: ground.scrollTop }, column: columnAt(ground, start.x - ground.left), over: null, last: '' };
  if (isCard(li)) {
    drag.flying = Object.assign(document.createElement('div'), { className: 'flying tile', textContent: `${li.dataset.code} ${li.querySelector('.name').textContent}` });
    drag.flying.style.cssText = 'position:fixed;top:0;height:auto;contain:none';
    document.body.append(drag.flying);
  }
  ground.scroller.addEventListener('scroll', scrolled, { passive: true });
  document.body.classList.add('dragging');
  if (start.isTouch) navigator.vibrate?.(15);
  frame = requestAnimationFrame(tick);
}

const scrolled = () => { if (drag) drag.scroll = { left: drag.ground.scroller.scrollLeft, top: drag.ground.scroller.scrollTop } };

function follow(event) {
  [drag.x, drag.y, drag.fine] = [event.clientX, event.clientY, event.shiftKey];
}

// One step for each picture: near a border it scrolls, then everything is put where the pointer is.
function tick() {
  if (!drag) return;
  const { ground, x, y, scroll } = drag, { window: view } = ground;
  const inside = x > view.left && x < view.right && y > view.top && y < view.bottom;
  if (inside && !(drag.flying && drag.x < view.left)) {
    const push = (near, far) => near < nearBorder ? -fastest * (1 - near / nearBorder) : far < nearBorder ? fastest * (1 - far / nearBorder) : 0;
    const across = drag.isLength ? 0 : push(x - view.left - 50, view.right - x), down = push(y - view.top - ground.headHeight, view.bottom - y);
    if (across || down) ground.scroller.scrollBy(Math.max(-fastest, across), Math.max(-fastest, down));
  }
  place(inside, x - ground.left + scroll.left - ground.scrollLeft, y - ground.top + scroll.top - ground.scrollTop);
  frame = requestAnimationFrame(tick);
}

const columnAt = (ground, x) => ground.columns.findLastIndex(column => column.left <= x);
const within = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** @param x, y Where the pointer is on the canvas. */
function place(inside, x, y) {
  const { ground, lead, fine, items } = drag, step = fine ? 1 : 5, snap = minutes => Math.round(minutes / step) * step;
  const [movedX, movedY] = [x - (start.x - ground.left), y - (start.y - ground.top)];
  if (drag.isLength) {
    const end = snap(lead.from.at + lead.from.minutes + movedY / ground.perMinute);
    return point({ ...lead.from, minutes: Math.max(step, end - lead.from.at) }, null);
  }

  if (drag.flying) drag.flying.style.transform = `translate(${drag.x + 8}px, ${drag.y + 4}px)`;
  else for (const one of items) if (one.from) one.li.style.transform = `translate(${movedX}px, ${movedY}px)`;

  const day = drag.days.find(one => one.day !== dayNow() && within(one.box, drag.x, drag.y));
  if (day && lead.from) return point({ ...lead.from, day: day.day }, day.link);
  if (within(drag.side, drag.x, drag.y)) return point(null, lead.from ? desk.querySelector('.unplaced') : null);
  if (!inside) return point(lead.from, null);

  const column = ground.columns[Math.max(0, columnAt(ground, x))];
  if (!lead.from) return point({ day: dayNow(), room: lead.isBreak ? null : column?.room ?? null, at: hour(snap(ground.first + y / ground.perMinute - 5)), minutes: lead.minutes }, null);
  const at = hour(snap(lead.from.at + movedY / ground.perMinute));
  return point({ ...lead.from, at, room: roomFor(x) }, null);
}

const hour = at => Math.max(drag.ground.first, Math.min(drag.ground.last - 5, 1435, at));

// A tile goes as many columns as the pointer does; a break that takes no room goes on taking none.
function roomFor(x) {
  const { ground, lead } = drag, shift = columnAt(ground, x) - drag.column;
  if (!shift) return lead.from.room;
  if (lead.from.room === null) return lead.isBreak ? null : ground.columns[Math.max(0, columnAt(ground, x))]?.room ?? null;
  const at = ground.columns.findIndex(column => column.room === lead.from.room) + shift;
  return ground.columns[Math.max(0, Math.min(ground.columns.length - 1, at))].room;
}

function point(to, over) {
  if (drag.over !== over) {
    drag.over?.classList.remove('drop-here', 'drop');
    over?.classList.add(over.matches('a') ? 'drop' : 'drop-here');
    drag.over = over;
  }
  const key = JSON.stringify(to);
  if (key === drag.last) return;
  drag.last = key;
  aim(to);
}

function end() {
  cancelAnimationFrame(frame);
  drag.ground.scroller.removeEventListener('scroll', scrolled);
  drag.over?.classList.remove('drop-here', 'drop');
  drag.flying?.remove();
  document.body.classList.remove('dragging');
  drag = null;
  forget();
}

async function finish() {
  tickOnce();
  const sent = changes();
  end();
  const { clear } = letGo();
  if (sent.length) await send(sent);
  clear();
}

// Where the pointer was when it went up counts, not where it was a picture before.
function tickOnce() {
  const { ground, x, y, scroll } = drag, { window: view } = ground;
  place(x > view.left && x < view.right && y > view.top && y < view.bottom, x - ground.left + scroll.left - ground.scrollLeft, y - ground.top + scroll.top - ground.scrollTop);
}

/** Everything is put back where it was. */
export function cancel() {
  if (drag) end();
  forget();
  putBack();
}

export const isDragging = () => drag !== null;
