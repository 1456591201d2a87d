// Lines between what does not go together, on the canvas of the board, so that they scroll with it. They are for the eye alone: words say the same elsewhere.
import { boardNow, desk } from './board-ground.js';

const svg = 'http://www.w3.org/2000/svg', room = 4;
let drawn = [], layer = null;

/** Draws lines in the place of those before: { from, to, isError, text }, each end a tile, or a function that tells a box on the canvas. */
export function tie(lines) {
  untie();
  if (!lines.length) return;
  const canvas = boardNow().querySelector('.canvas');
  layer = Object.assign(document.createElement('div'), { className: 'ties' });
  layer.setAttribute('aria-hidden', 'true');
  const picture = layer.appendChild(document.createElementNS(svg, 'svg'));
  drawn = lines.map(line => {
    const [under, over] = ['under', 'over'].map(name => {
      const path = picture.appendChild(document.createElementNS(svg, 'path'));
      path.setAttribute('class', `${name} ${line.isError ? 'e' : 'w'}`);
      return path;
    });
    const label = line.text ? layer.appendChild(Object.assign(document.createElement('b'), { className: line.isError ? 'e' : 'w', textContent: line.text, dir: 'auto' })) : null;
    return { ...line, under, over, label };
  });
  canvas.append(layer);
  measureTiles();
  retie();
  size.observe(canvas);
}

/** Draws them anew where their ends have moved. Nothing of the layout is read. */
export function retie() {
  for (const line of drawn) {
    const [one, other] = [line.from, line.to].map(end => typeof end === 'function' ? end() : line.boxes.get(end));
    const found = route(one, other);
    for (const path of [line.under, line.over]) path.setAttribute('d', found?.way ?? '');
    if (line.label) line.label.hidden = !found;
    if (!line.label || !found) continue;
    const { middle } = found;
    line.label.style.transform = `translate(${middle.x}px, ${middle.y}px) translate(-50%, -50%)`;
  }
}

export const isTied = () => layer !== null;

export function untie() {
  size.disconnect();
  layer?.remove();
  layer = null;
  drawn = [];
}

function measureTiles() {
  const box = layer.parentElement.getBoundingClientRect();
  for (const line of drawn) {
    line.boxes = new Map([line.from, line.to].filter(end => typeof end !== 'function').map(li => {
      const { left, top, width, height } = li.getBoundingClientRect();
      return [li, { left: left - box.left, top: top - box.top, width, height }];
    }));
  }
}

// Larger letters, another window: tiles are elsewhere then.
const size = new ResizeObserver(() => {
  if (!layer) return;
  measureTiles();
  retie();
});
// A tile that was exchanged for a newer one is no end any more.
desk.addEventListener('swapped', untie);

const middleOf = (from, until) => (from + until) / 2;

// Side by side: from edge to edge, at a height that both have. One after the other: from below the first to above the second. What lies on each other needs no line.
function route(one, other) {
  const [left, right] = one.left <= other.left ? [one, other] : [other, one], [first, second] = one.top <= other.top ? [one, other] : [other, one];
  const top = Math.max(one.top, other.top), bottom = Math.min(one.top + one.height, other.top + other.height);
  if (bottom > top && left.left + left.width <= right.left + room) return across(left, right, middleOf(top, bottom));
  if (bottom > top) return null;
  const start = { x: first.left + first.width / 2, y: first.top + first.height - room }, end = { x: second.left + second.width / 2, y: second.top + room }, y = middleOf(start.y, end.y);
  return { way: `M${start.x} ${start.y}V${y}H${end.x}V${end.y}`, middle: { x: middleOf(start.x, end.x), y } };
}

function across(left, right, y) {
  const start = left.left + left.width - 3 * room, end = right.left + 3 * room;
  return { way: `M${start} ${y - room}v${2 * room}M${start} ${y}H${end}M${end} ${y - room}v${2 * room}`, middle: { x: middleOf(start, end), y } };
}
