// Tables of reports of imports: readable, with a name, and scrolled by themselves where they are wide.
import { words } from './organise-words.js';
import { fill } from './fill.js';

export const make = (tag, text, more) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, more);

/** A table of texts, each line with what it is about in front; `lang` where the cells are in another language than the page. Of more lines than `most` the number is told. */
export function tableOf(name, heads, lines, { lang, most = Infinity } = {}) {
  const { around, made } = frame(`${name} (${lines.length})`, name, heads, 'texts'), rows = made.createTBody();
  if (lang) rows.lang = lang;
  for (const [first, ...rest] of lines.slice(0, most)) {
    const row = rows.insertRow();
    row.append(make('th', first, { scope: 'row', dir: 'auto' }), ...rest.map(cell => make('td', cell, { dir: 'auto' })));
  }
  if (lines.length > most) around.append(make('p', fill(words.AndMore, lines.length - most)));
  return around;
}

/** A table of numbers; what is no number is the name of its line. */
export function tallyOf(name, heads, lines) {
  const { around, made } = frame(name, name, heads, 'tally'), rows = made.createTBody();
  for (const line of lines) rows.insertRow().append(...line.map(cell => typeof cell === 'number' ? make('td', cell, { className: 'num' }) : make('th', cell, { scope: 'row' })));
  for (const [i, head] of [...made.tHead.rows[0].cells].entries()) if (typeof lines[0]?.[i] === 'number') head.className = 'num';
  return around;
}

function frame(caption, name, heads, kind) {
  const around = make('div', undefined, { className: 'over', tabIndex: 0 }), made = make('table', undefined, { className: `table ${kind}` });
  around.setAttribute('role', 'region');
  around.setAttribute('aria-label', name);
  made.append(make('caption', caption));
  made.createTHead().insertRow().append(...heads.map(text => make('th', text, { scope: 'col' })));
  around.append(made);
  return { around, made };
}
