// The ground of the board: what a tile says of its session, where places lie in pixels, and what they are called.
import { words } from './organise-words.js';
import { fill } from './fill.js';

export const desk = document.querySelector('.desk.b'), api = document.querySelector('[data-conference-api]').dataset.conferenceApi;
export const boardNow = () => desk.querySelector('[data-board]');
export const dayNow = () => boardNow().dataset.day;
export const itemOf = target => target?.closest?.('.tile, .card') ?? null;
export const item = id => document.getElementById(`s-${id}`);
export const isCard = li => li.classList.contains('card');
export const linkOf = li => li.querySelector('h3 a');

const isTwelve = document.documentElement.dataset.hours === '12';

/** Where a session is: { day, room, at, minutes, offset }, `at` in minutes since midnight; null for nowhere. */
export function placeOf(li) {
  const { at, room, minutes, offset } = li.dataset;
  return at === undefined ? null : { day: dayNow(), room: room || null, at: Number(at), minutes: Number(minutes), offset };
}

/** The same of an answer of the API. */
export function placeFrom(placement) {
  if (!placement) return null;
  const [day, time] = placement.start.split('T'), [hour, minute] = time.split(':').map(Number);
  return { day, room: placement.room ?? null, at: hour * 60 + minute, minutes: placement.minutes, offset: placement.utcOffset };
}

export const samePlace = (one, other) => one === other || Boolean(one && other && one.day === other.day && one.room === other.room && one.at === other.at && one.minutes === other.minutes);

const two = number => String(number).padStart(2, '0');

/** As the API wants it. */
export function moveOf(id, version, to, from) {
  if (!to) return { session: id, version, start: null };
  const start = `${to.day}T${two(Math.floor(to.at / 60))}:${two(to.at % 60)}:00`, stays = from?.day === to.day && from.at === to.at && from.offset;
  return { session: id, version, room: to.room, start, minutes: to.minutes, ...(stays ? { offset: from.offset } : {}) };
}

export function clock(at) {
  const hour = Math.floor(at / 60) % 24;
  return isTwelve ? `${hour % 12 || 12}:${two(at % 60)} ${hour < 12 ? 'am' : 'pm'}` : `${two(hour)}:${two(at % 60)}`;
}

const dayName = day => document.querySelector(`.days [data-day="${day}"] .hide`)?.textContent.trim() ?? day;

/** "14:30 to 16:00, Hazel Room". */
export function wordsOf(place) {
  if (!place) return words.Nowhere;
  const room = place.room === null ? words.NoRoom : [...boardNow().querySelectorAll('.heads p')].find(head => head.dataset.room === place.room)?.dataset.name ?? place.room;
  const time = fill(words.FromUntil, clock(place.at), clock(place.at + place.minutes));
  return place.day === dayNow() ? `${time}, ${room}` : `${dayName(place.day)}, ${time}, ${room}`;
}

/** Everything that has to be read of the layout, read once. */
export function measure() {
  const board = boardNow(), canvas = board.querySelector('.canvas'), scroller = board.closest('.scroll');
  const box = canvas.getBoundingClientRect(), first = Number(board.dataset.first) * 60, length = Number(board.dataset.hours) * 60;
  const columns = [...board.querySelectorAll('.heads p')].map(head => {
    const { left, width } = head.getBoundingClientRect();
    return { head, room: head.dataset.room || null, left: left - box.left, width };
  });
  return {
    canvas, scroller, columns, first, last: first + length, perMinute: box.height / length, width: box.width, left: box.left, top: box.top,
    scrollLeft: scroller.scrollLeft, scrollTop: scroller.scrollTop, window: scroller.getBoundingClientRect(), headHeight: columns[0]?.head.getBoundingClientRect().height ?? 0,
  };
}

/** Where a place lies on the canvas; what has no room goes across. */
export function boxOf(ground, place) {
  const column = ground.columns.find(one => one.room === place.room);
  return {
    left: place.room === null || !column ? 0 : column.left, width: place.room === null || !column ? ground.width : column.width,
    top: (place.at - ground.first) * ground.perMinute, height: Math.max(8, place.minutes * ground.perMinute),
  };
}

const teller = document.querySelector('[data-tell]');

/** For those who listen. */
export function tell(text) {
  if (teller) teller.textContent = text;
}

/** What comes a moment later and leaves what was told in its place. */
export function tellMore(text) {
  if (teller) teller.textContent = `${teller.textContent} ${text}`.trim();
}
