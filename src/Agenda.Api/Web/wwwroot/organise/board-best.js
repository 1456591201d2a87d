// The best places of a session, lit up and numbered; one is taken by a click or its digit.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { sayRefusal, say } from './said.js';
import { api, boardNow, boxOf, dayNow, measure, placeFrom, placeOf, samePlace, tellMore, wordsOf } from './board-ground.js';
import { holding, letGo } from './board-hold.js';
import { send } from './board-send.js';

const most = 9, askedFor = 120;
let shown = [], asked = null, whose = null;

export const areShown = () => shown.length > 0;

export async function showBest(li) {
  clearBest();
  const { signal } = asked = new AbortController();
  whose = li.dataset.session;
  const { session, minutes } = li.dataset;
  try {
    const ask = query => call('GET', `${api}/sessions/${session}/options?minutes=${minutes}&limit=${askedFor}${query}`, { signal }).then(answer => answer.body);
    const answer = await ask(`&day=${dayNow()}`), now = placeOf(li);
    // Given up while it came: nobody wants to see it any more.
    if (signal.aborted) return;
    const options = apart(answer.options.map(one => ({ ...one, place: placeFrom(one.placement) })).filter(one => !samePlace(one.place, now)));
    draw(li, options);
    if (options.length) return tellMore(`${count(words.PlacesShown, options.length)} ${fill(words.PlaceIs, 1, wordsOf(options[0].place))}`);
    const [elsewhere] = answer.hindrances.length ? [] : (await ask('')).options;
    if (signal.aborted) return;
    const text = answer.hindrances.length ? answer.hindrances.map(one => one.reason).join(' ') : elsewhere ? fill(words.NoPlaceThisDay, wordsOf(placeFrom(elsewhere.placement))) : words.NoPlaceAnyDay;
    if (!holding()) say(text);
    tellMore(text);
  } catch (refusal) {
    if (refusal.name !== 'AbortError') sayRefusal(refusal);
  }
}

// A quarter of an hour later in the same room is no other place to choose.
function apart(options) {
  const kept = [];
  for (const one of options) {
    if (kept.every(({ place }) => place.room !== one.place.room || place.at >= one.place.at + one.place.minutes || one.place.at >= place.at + place.minutes)) kept.push(one);
    if (kept.length === most) break;
  }
  return kept;
}

const reasonWords = () => ({
  'warnings': words.HasWarnings, 'seats-fit': words.SeatsFit, 'room-much-larger': words.MuchLarger, 'room-too-small': words.TooSmall, 'track-in-room': words.TrackInRoom,
  'track-in-building': words.TrackInBuilding, 'same-time': words.SameTime,
});

function draw(li, options) {
  const ground = measure();
  shown = options.map((option, i) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: i ? 'best more' : 'best' }), box = boxOf(ground, option.place);
    button.style.transform = `translate(${box.left + 3}px, ${box.top + 1}px)`;
    button.style.width = `${box.width - 6}px`;
    button.style.height = `${box.height - 2}px`;
    // Later ones may lie over earlier ones: the best is on top.
    button.style.zIndex = 40 - i;
    const reason = option.reasons.map(one => reasonWords()[one.reason]).filter(Boolean).join(', ');
    button.append(Object.assign(document.createElement('b'), { textContent: i + 1 }), ` ${i ? '' : words.BestPlace} `, Object.assign(document.createElement('span'), { textContent: reason }),
      Object.assign(document.createElement('span'), { className: 'hide', textContent: ` ${li.dataset.code}: ${wordsOf(option.place)}` }));
    button.addEventListener('click', () => take(i));
    ground.canvas.append(button);
    return { button, place: option.place };
  });
  if (!holding()) shown[0]?.button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Takes a place by its number from 0. Whether there is one. */
export function take(number) {
  const option = shown[number], li = document.getElementById(`s-${whose}`);
  if (!option || !li) return false;
  if (holding()) letGo().clear();
  clearBest();
  send([{ id: whose, code: li.dataset.code, version: Number(li.dataset.version), from: placeOf(li), to: option.place }]);
  return true;
}

export function clearBest() {
  asked?.abort();
  for (const { button } of shown) button.remove();
  shown = [];
  for (const left of boardNow().querySelectorAll('.best')) left.remove();
}
