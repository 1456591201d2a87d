// The display beside a door keeps itself up to date: by the stream of releases, when something starts or ends, and its clock by the minute.
import { words, fill } from './words.js';
import { now, hear, everyMinute } from './now.js';
import { timeIn, wallIn } from './reading.js';
import { lasting } from './lengths.js';
import { follow } from './releases.js';

const { slug, zone } = document.body.dataset, time = timeIn(zone), wall = wallIn(zone);
const silentAfter = 60_000, toldAfter = 120_000;
// A time to try the display with stands still.
const isTried = new URLSearchParams(location.search).has('at');
let heard = Date.now(), known, asking = false;

everyMinute(tick);
follow(slug, news => {
  heard = Date.now();
  const key = `${news.release}.${news.revision}`;
  const isNews = known ? key !== known : `${news.release}` !== document.body.dataset.release;
  known = key;
  if (isNews)
    renew();
  else
    tellSilence();
});

function tick() {
  const clock = document.querySelector('header time'), shown = clock.dateTime, moment = now();
  if (!isTried) {
    clock.textContent = time(moment);
    tellProgress(moment);
    const stamps = [...document.querySelectorAll('main time, footer time')].map(stamp => Date.parse(stamp.dateTime)).filter(stamp => stamp > Date.parse(shown));
    // The clock of the server may be a moment behind.
    if (stamps.some(stamp => stamp <= moment) || wall(moment).slice(0, 10) !== shown.slice(0, 10))
      setTimeout(renew, 500 + Math.random() * 2_000);
  }
  if (Date.now() - heard > silentAfter)
    renew();
  tellSilence();
}

function tellProgress(moment) {
  const progress = document.querySelector('.till progress');
  if (!progress)
    return;

  const start = Date.parse(document.querySelector('.till time').dateTime), past = Math.min(progress.max, Math.floor((moment - start) / 60_000));
  progress.value = past;
  document.querySelector('.till p > span').textContent = fill(words.TimeLeft, lasting(progress.max - past));
}

function tellSilence() {
  document.querySelector('.silent')?.remove();
  if (Date.now() - heard <= toldAfter)
    return;

  const silent = document.createElement('p');
  silent.className = 'silent';
  silent.textContent = fill(words.NoConnectionSince, time(heard + now() - Date.now()));
  document.querySelector('footer').append(silent);
}

/** Takes the place of what is shown by what is now, in one go. */
async function renew() {
  if (asking)
    return;

  asking = true;
  const asked = Date.now();
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    if (!response.ok)
      return;

    hear(response, asked);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const files = from => [...from.querySelectorAll('head [src], head link')].map(file => file.getAttribute('src') ?? file.getAttribute('href')).join();
    if (files(page) !== files(document)) {
      // Of another version of the service.
      location.reload();
      return;
    }
    heard = Date.now();
    Object.assign(document.body.dataset, page.body.dataset);
    document.title = page.title;
    document.body.replaceChildren(...page.body.childNodes);
    if (!isTried)
      tellProgress(now());
  } catch {
    // Without network what stands stays, and says since when after a while.
  } finally {
    asking = false;
    tellSilence();
  }
}
