// The reader's own time, or that of any zone, beside every time of a session where it differs. The days stay those of the conference.
import { words, count } from './words.js';
import { timeIn, wallIn } from './reading.js';
import { chooseZone, nameOf } from './zone-choice.js';
import { inTurns } from './turns.js';

// Stamps of sessions have no seconds; those of releases have.
const ofSession = /^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const block = '.slot, .start, .facts, .lines, .board section';
const main = document.querySelector('main');
let zone = null, latest = 0;

const observer = new MutationObserver(changes => {
  const hasTimes = node => node.nodeType === Node.ELEMENT_NODE && !node.matches('.yours') && (node.matches('time[datetime]') || node.querySelector('time[datetime]'));
  if (changes.some(change => [...change.addedNodes].some(hasTimes)))
    show();
});

observer.observe(main, { childList: true, subtree: true });
chooseZone(main.querySelector('.clock[data-zone]'), chosen => {
  zone = chosen;
  show();
});

function show() {
  const run = ++latest;
  main.querySelectorAll('.yours').forEach(beside => beside.remove());
  if (!zone)
    return;

  const named = new Set(), wall = wallIn(zone), clock = timeIn(zone);
  inTurns(main.querySelectorAll('time[datetime]'), time => time.isConnected && putBeside(time, wall, clock, named), () => run === latest);
}

function putBeside(time, wall, clock, named) {
  const span = spanTo(time);
  if (!span || span.every(one => wall(Date.parse(one.dateTime)) === one.dateTime.slice(0, 16)))
    return;

  const parts = span.flatMap((one, place) => [place ? '–' : '', element('time', { dateTime: one.dateTime, textContent: clock(Date.parse(one.dateTime)) })]);
  const around = time.closest(block) ?? time.parentElement;
  if (!named.has(around))
    parts.push(element('span', { className: 'zone', textContent: ` ${nameOf(zone)}` }));
  named.add(around);

  const start = time.closest('.slot, .start')?.querySelector('h3 time') ?? span[0];
  const days = (Date.parse(wall(Date.parse(time.dateTime)).slice(0, 10)) - Date.parse(start.dateTime.slice(0, 10))) / 86_400_000;
  if (days)
    parts.push(' ', element('span', { className: 'plus', textContent: count(days > 0 ? words.DaysLater : words.DaysEarlier, Math.abs(days)) }));

  const beside = element('small', { className: 'yours' });
  // Under a heading it stands by itself; in a line it is an aside.
  beside.append(...time.closest('h3') ? parts : [' (', ...parts, ')']);
  (time.nextElementSibling?.matches('.plus') ? time.nextElementSibling : time).after(beside);
}

// A time, or the two of "09:00–10:30" when it is the second; null for the first of those, which waits for the second.
function spanTo(time) {
  const isPaired = (one, other) => one?.nextSibling?.data?.trim() === '–' && one.nextElementSibling === other && other?.matches('time[datetime]');
  if (!ofSession.test(time.dateTime) || isPaired(time, time.nextElementSibling))
    return null;
  return isPaired(time.previousElementSibling, time) ? [time.previousElementSibling, time] : [time];
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
