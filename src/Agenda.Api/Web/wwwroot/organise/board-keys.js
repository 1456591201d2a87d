// Everything by keys. A tile that has the focus is picked up by Enter or Space; then arrows move it until Enter puts it down.
import { words } from './organise-words.js';
import { fill } from './fill.js';
import { desk, isCard, item, itemOf, linkOf, tell } from './board-ground.js';
import { aim, changes, firstPlace, holding, letGo, pickUp, putBack, sayPlace } from './board-hold.js';
import { areShown, clearBest, showBest, take } from './board-best.js';
import { choose, chooseNone, mayEdit, state, together } from './board-items.js';
import { redo, send, undo } from './board-send.js';
import { cancel, isDragging } from './board-drag.js';
import { startSwapping, swapWith } from './board-press.js';
import { unsay } from './said.js';

const arrows = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }, region = desk.querySelector('.sheet .scroll');

export function pickUpByKeys(li) {
  const { lead, ground } = pickUp(together(li), li, 'keys');
  // Keys go to the page, not to what reads it, as long as something is held.
  desk.setAttribute('role', 'application');
  desk.setAttribute('aria-label', fill(words.Placing, lead.code));
  linkOf(li).focus({ preventScroll: true });
  aim(lead.from ?? firstPlace(lead.minutes), { quiet: true });
  tell(`${fill(words.Placing, lead.code)} ${sayPlace()}. ${words.PlacingKeys}`);
  seen(lead);
  showBest(li);
}

function ended() {
  desk.removeAttribute('role');
  desk.removeAttribute('aria-label');
  clearBest();
}

async function putDown(sent) {
  const { lead } = holding(), { id } = lead;
  ended();
  const { clear } = letGo();
  if (!sent.length) tell(fill(words.PutBack, lead.code));
  else await send(sent);
  clear();
  const li = item(id);
  if (li) linkOf(li).focus({ preventScroll: true });
  li?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// What is aimed at stays in sight.
const seen = ({ frame }) => frame.scrollIntoView({ block: 'nearest', inline: 'nearest' });

function whileHeld(event) {
  const { lead, ground } = holding(), to = lead.to, { key, shiftKey, altKey } = event;
  const go = next => {
    aim(next);
    seen(lead);
  };
  const columns = ground.columns, at = to ? columns.findIndex(column => column.room === to.room) : -1, rooms = columns.length - 1, step = altKey ? 1 : 5;
  if (key === 'Escape') {
    ended();
    putBack();
  } else if (key === 'Enter' || key === ' ') putDown(changes());
  else if (key === 'Delete' || key === 'Backspace') {
    aim(null, { quiet: true });
    putDown(changes());
  } else if (/^[1-9]$/.test(key) && holding().items.length === 1) take(Number(key) - 1) && ended();
  else if (!to) return;
  else if (shiftKey && arrows[key]) go({ ...to, minutes: Math.max(1, to.minutes + (arrows[key][0] + arrows[key][1]) * step) });
  else if (key === 'ArrowUp' || key === 'ArrowDown') go({ ...to, at: inDay(to.at + arrows[key][1] * step, ground) });
  else if (key === 'PageUp' || key === 'PageDown') go({ ...to, at: inDay(to.at + (key === 'PageUp' ? -60 : 60), ground) });
  else if (key === 'ArrowLeft') go({ ...to, room: columns[Math.max(0, at - 1)].room });
  else if (key === 'ArrowRight') go({ ...to, room: columns[Math.min(rooms, at + 1)].room });
  else if (key === 'Home') go({ ...to, room: columns[0].room });
  else if (key === 'End') go({ ...to, room: columns[rooms].room });
  else if (key !== 'Tab') return;
  event.preventDefault();
}

const inDay = (at, { first, last }) => Math.max(first, Math.min(last - 5, 1439, at));

function notHeld(event) {
  const { key } = event, li = itemOf(event.target), isControl = event.ctrlKey || event.metaKey;
  if (!li || event.target !== linkOf(li)) return;
  if (state.isSwapping && (key === 'Enter' || key === ' ')) swapWith(li);
  else if (key === ' ' && isControl) choose(li, { more: true });
  else if (key === 'Enter' && isControl || key === 'e' && !isControl) location.assign(linkOf(li).href);
  else if (key === 'Enter' || key === ' ') pickUpByKeys(li);
  else if (key === 'x' && !isControl) {
    startSwapping(true);
    swapWith(li);
  } else if (arrows[key] && !isCard(li)) step(li, ...arrows[key]);
  else if (/^[1-9]$/.test(key) && areShown()) take(Number(key) - 1);
  else return;
  event.preventDefault();
}

// The nearest one in that direction, as it is seen.
function step(li, across, down) {
  const from = li.getBoundingClientRect();
  let best = null, least = Infinity;
  for (const other of li.parentNode.children) {
    if (other === li) continue;
    const box = other.getBoundingClientRect(), x = box.left + box.width / 2 - from.left - from.width / 2, y = box.top - from.top;
    const along = across ? x * across : y * down, aside = Math.abs(across ? y : x);
    if (along < 4) continue;
    const far = along + aside * 3;
    if (far < least) [best, least] = [other, far];
  }
  if (best) linkOf(best).focus();
}

document.addEventListener('keydown', event => {
  if (!mayEdit || event.target.closest?.('dialog, input, textarea, select')) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !holding()) {
    event.preventDefault();
    return event.shiftKey ? redo() : undo();
  }
  if (isDragging()) return event.key === 'Escape' ? cancel() : undefined;
  if (holding()) return whileHeld(event);
  if (event.key === 'Escape') {
    clearBest();
    startSwapping(false);
    chooseNone();
    return unsay();
  }
  if (desk.contains(event.target)) notHeld(event);
});

// What is held by keys does not stay behind when somebody goes on with a mouse.
document.addEventListener('pointerdown', event => {
  if (holding()?.by !== 'keys' || event.target.closest('.best')) return;
  ended();
  putBack();
}, { capture: true });

// A press that comes from no pointer, as from a screen reader.
desk.addEventListener('click', event => {
  const li = itemOf(event.target);
  if (!li || !mayEdit) return;
  if (event.target.closest('a')) event.preventDefault();
  if (event.detail === 0 && !holding()) state.isSwapping ? swapWith(li) : pickUpByKeys(li);
});

region.addEventListener('focusin', event => itemOf(event.target)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
