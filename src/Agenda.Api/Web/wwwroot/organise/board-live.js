// The board as it is now: fetched anew after every edit, whoever made it, and only what differs is put in. What is held, chosen and focused stays.
import { Refusal } from './call.js';
import { sayRefusal } from './said.js';
import { tellStanding } from './standing.js';
import { boardNow, desk, linkOf } from './board-ground.js';
import { hearEdits } from './edits.js';
import { holding, onceFree } from './board-hold.js';
import { decorate } from './board-items.js';

const raw = new WeakMap();
let running = null, isAskedAgain = false, isWaiting = false;

function adopt(li) {
  raw.set(li, li.outerHTML);
  decorate(li);
}

for (const li of desk.querySelectorAll('.tile, .card')) adopt(li);

/** Resolves when the page is as the server has it, or it is known why not. */
export function refresh() {
  if (running) {
    isAskedAgain = true;
    return running;
  }
  return running = (async () => {
    do {
      isAskedAgain = false;
      await fetchAnew();
    } while (isAskedAgain);
  })().finally(() => { running = null });
}

async function fetchAnew() {
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok || answer.redirected) throw new Refusal(answer.redirected ? 401 : answer.status, {});
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!holding()) return swap(fresh);
    // What is held is not pulled away; the board is asked for again when it was put down.
    if (!isWaiting) onceFree(() => { isWaiting = false; refresh() });
    isWaiting = true;
  } catch (refusal) {
    if (refusal instanceof Refusal) return sayRefusal(refusal);
    if (!(refusal instanceof TypeError)) throw refusal;
    sayRefusal(new Refusal(0, {}));
  }
}

const shape = board => [board.className, board.dataset.first, board.dataset.hours, board.querySelector('.heads').textContent, board.querySelector('.columns').innerHTML].join();

function swap(fresh) {
  const freshDesk = fresh.querySelector('.desk.b');
  if (!freshDesk) return;
  const focused = document.activeElement?.closest('.tile, .card')?.id, [board, freshBoard] = [boardNow(), freshDesk.querySelector('[data-board]')];
  if (shape(board) !== shape(freshBoard)) {
    for (const part of ['.heads', '.hours', '.columns']) board.querySelector(part).replaceWith(freshBoard.querySelector(part));
    board.className = freshBoard.className;
    [board.dataset.first, board.dataset.hours] = [freshBoard.dataset.first, freshBoard.dataset.hours];
  }
  sync(board.querySelector('.tiles'), freshBoard.querySelector('.tiles'));
  sync(desk.querySelector('.cards'), freshDesk.querySelector('.cards'));
  const number = freshDesk.querySelector('.unplaced h2');
  desk.querySelector('.unplaced h2').replaceWith(number);
  const [aside, freshAside] = [desk.querySelector('aside'), freshDesk.querySelector('aside')];
  if (aside.innerHTML !== freshAside.innerHTML) aside.innerHTML = freshAside.innerHTML;
  const back = focused && document.getElementById(focused);
  if (back && !back.contains(document.activeElement)) linkOf(back)?.focus({ preventScroll: true });
  desk.dispatchEvent(new CustomEvent('swapped'));
}

const glow = li => {
  li.classList.add('just-moved');
  setTimeout(() => li.classList.remove('just-moved'), 1500);
};

function sync(list, freshList) {
  const had = new Map([...list.children].map(li => [li.id, li])), wanted = [...freshList.children];
  const names = new Set(wanted.map(li => li.id));
  for (const [id, li] of had) if (!names.has(id)) li.remove();
  let at = list.firstElementChild;
  for (const li of wanted) {
    const old = had.get(li.id), isSame = old && raw.get(old) === li.outerHTML;
    if (isSame && old === at) {
      at = at.nextElementSibling;
      continue;
    }
    if (isSame) {
      list.insertBefore(old, at);
      continue;
    }
    adopt(li);
    if (old) glow(li);
    if (old && old === at) at = at.nextElementSibling;
    old?.remove();
    list.insertBefore(li, at);
  }
}

/** Everybody's edits are shown as they are made. */
export const listen = () => hearEdits(() => { refresh(); tellStanding() }, refresh);
