// The current time of the conference, and how long it is until what comes next.
import { words, fill } from './words.js';
import { now, ask, everyMinute } from './now.js';
import { locale, timeIn, abbreviation } from './reading.js';
import { lasting } from './lengths.js';

for (const clock of document.querySelectorAll('.clock[data-zone]')) {
  const { zone } = clock.dataset, ticking = clock.querySelector('.ticking'), time = timeIn(zone);
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  everyMinute(() => {
    ticking.querySelector('time').textContent = `${day.format(now()).replace(/^(\w+), (?=\d+ )/, '$1 ')}, ${time(now())} ${abbreviation(zone, now())}`;
    ticking.hidden = false;
  });
}

if (document.querySelector('.board')) {
  let asking;
  everyMinute(() => {
    const board = document.querySelector('.board');
    tellUntil();
    // The clock of the server may be a moment behind, and thousands of pages should not ask in the same one.
    if (board && Date.parse(board.dataset.until) <= now() && !asking)
      asking = setTimeout(() => renew().finally(() => asking = null), 1_000 + Math.random() * 4_000);
  });
}

if (document.querySelector('.clock, .board'))
  ask();

export function tellUntil() {
  const until = document.querySelector('.board .until');
  if (!until)
    return;

  const left = Date.parse(until.parentElement.querySelector('time').dateTime) - now();
  until.textContent = left > 0 ? `, ${fill(words.InTime, lasting(Math.ceil(left / 60_000)))}` : '';
}

/** What is on now is fetched anew, without moving what is being read. */
async function renew() {
  const response = await fetch(location.href, { cache: 'no-store' });
  if (!response.ok)
    return;

  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.board');
  const board = document.querySelector('.board');
  const focused = board.contains(document.activeElement) && document.activeElement.getAttribute('href');
  const anchor = board.nextElementSibling, before = anchor.getBoundingClientRect().top, isAbove = board.getBoundingClientRect().bottom < 0;
  document.documentElement.classList.add('still');
  if (fresh) {
    board.dataset.until = fresh.dataset.until;
    board.replaceChildren(...fresh.childNodes);
    tellUntil();
    if (focused !== false)
      (board.querySelector(`a[href="${CSS.escape(focused)}"]`) ?? board.querySelector('a, summary')).focus({ preventScroll: true });
  } else {
    board.remove();
  }
  if (isAbove)
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  document.documentElement.classList.remove('still');
}
