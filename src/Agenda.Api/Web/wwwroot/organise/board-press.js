// A press on a tile: it is chosen, marked to be swapped, or, twice, opened.
import { words } from './organise-words.js';
import { fill } from './fill.js';
import { dayNow, item, linkOf, placeOf, tell } from './board-ground.js';
import { choose, markSwap, state } from './board-items.js';
import { send } from './board-send.js';

const twice = 350, swapButton = document.querySelector('[data-swap]');
let last = { li: null, at: 0 };

export function press(li, event) {
  const at = performance.now(), isSecond = last.li === li && at - last.at < twice && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  last = { li, at };
  if (state.isSwapping) return swapWith(li);
  if (isSecond) return location.assign(linkOf(li).href);
  choose(li, { more: state.several || event.ctrlKey || event.metaKey || event.shiftKey });
  linkOf(li).focus({ preventScroll: true });
}

export function startSwapping(isOn) {
  state.isSwapping = isOn;
  swapButton.setAttribute('aria-pressed', String(isOn));
  if (!isOn) return markSwap(null);
  tell(words.SwapFirst);
}

/** The first is marked, the second changes places with it: each keeps its length, and one without a place gets the other's. */
export async function swapWith(li) {
  const one = state.swap && item(state.swap);
  if (!one) {
    markSwap(li);
    return tell(fill(words.SwapSecond, li.dataset.code));
  }
  startSwapping(false);
  if (one === li) return;
  const [first, second] = [placeOf(one), placeOf(li)];
  if (!first && !second) return tell(words.NeitherHasAPlace);
  const into = (target, own, item) => target && { day: dayNow(), room: target.room, at: target.at, minutes: own?.minutes ?? Number(item.dataset.minutes) };
  const change = (item, from, to) => ({ id: item.dataset.session, code: item.dataset.code, version: Number(item.dataset.version), from, to });
  await send([change(one, first, into(second, first, one)), change(li, second, into(first, second, li))]);
}
