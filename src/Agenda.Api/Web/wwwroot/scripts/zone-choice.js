// In which zone times are shown besides that of the conference: none, the reader's own, or any. The browser remembers it for all pages.
import { words, fill } from './words.js';
import { abbreviation } from './reading.js';

const kept = 'agenda-zone';

// Browsers call some cities as they were called once.
const today = {
  'Africa/Asmera': 'Africa/Asmara', 'America/Godthab': 'America/Nuuk', 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh', 'Atlantic/Faeroe': 'Atlantic/Faroe', 'Europe/Kiev': 'Europe/Kyiv', 'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei', 'Pacific/Truk': 'Pacific/Chuuk',
};
const named = zone => today[zone] ?? zone;
const canonical = zone => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
const own = named(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** "New York". */
export const nameOf = zone => zone.split('/').at(-1).replaceAll('_', ' ');

/** Puts the choice below the sentence on the clock, and calls `show` with the zone, or null for none, at once and when it is another. */
export function chooseZone(clock, show) {
  const box = document.createElement('div');
  box.className = 'zones';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', words.TimeZones);
  const [none, mine, other] = [null, own, null].map(zone => {
    const button = Object.assign(document.createElement('button'), { className: 'btn', type: 'button' });
    button.addEventListener('click', () => keep(button === other ? other.dataset.zone : zone));
    return button;
  });
  none.textContent = words.ConferenceTime;
  mine.textContent = fill(words.AndYourTime, nameOf(own));
  const asked = Object.assign(document.createElement('input'), { placeholder: words.OtherZone, autocomplete: 'off', spellcheck: false });
  asked.setAttribute('aria-label', words.OtherZone);
  asked.setAttribute('list', 'zones');
  const list = Object.assign(document.createElement('datalist'), { id: 'zones' });
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  box.append(none, mine, other, asked, list, said);
  clock.append(box);

  asked.addEventListener('focus', () => list.append(...Intl.supportedValuesOf('timeZone').map(zone => new Option(named(zone)))), { once: true });
  asked.addEventListener('input', event => {
    // Chosen from the list, not typed.
    if (!event.inputType || event.inputType === 'insertReplacementText')
      take();
  });
  asked.addEventListener('change', take);
  asked.addEventListener('keydown', event => event.key === 'Enter' && take());
  addEventListener('storage', event => event.key === kept && tell());
  tell();

  function take() {
    if (!asked.value.trim())
      return;

    const zone = find(asked.value);
    asked.setAttribute('aria-invalid', !zone);
    if (zone) {
      asked.value = '';
      keep(zone);
    } else {
      said.textContent = fill(words.NoSuchZone, asked.value);
    }
  }

  function keep(zone) {
    if (zone)
      localStorage.setItem(kept, zone);
    else
      localStorage.removeItem(kept);
    tell();
  }

  function tell() {
    const zone = find(localStorage.getItem(kept) ?? '');
    const isOther = zone && zone !== own;
    if (isOther) {
      other.dataset.zone = zone;
      other.textContent = fill(words.AndTimeOf, nameOf(zone));
    }
    mine.hidden = canonical(own) === canonical(clock.dataset.zone);
    other.hidden = !other.dataset.zone;
    none.setAttribute('aria-pressed', !zone);
    mine.setAttribute('aria-pressed', zone === own);
    other.setAttribute('aria-pressed', !!isOther);
    said.textContent = zone ? fill(words.TimesBeside, nameOf(zone), abbreviation(zone, moment())) : '';
    show(zone);
  }
}

// Offsets are told of the days of the conference, not of today.
function moment() {
  return Date.parse(document.querySelector('h3 time[datetime], .facts time[datetime]')?.dateTime) || Date.now();
}

/** What was typed as a zone: "asia/tokyo" or "new york"; null for none. */
function find(typed) {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const zones = Intl.supportedValuesOf('timeZone').map(named);
  const found = zones.find(zone => zone.toLowerCase() === wanted) ?? zones.find(zone => zone.toLowerCase().endsWith(`/${wanted}`));
  return wanted ? found ?? (wanted === 'utc' ? 'UTC' : null) : null;
}
