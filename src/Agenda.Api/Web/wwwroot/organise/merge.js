// Somebody else saved the same thing meanwhile: what only they changed is taken over, what only the reader changed stays, and for the rest both versions
// stand side by side, field by field.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { read, write, project, same } from './form-value.js';
import { describe, labelOf } from './describe.js';

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** `accept` gets what they saved, as the new beginning; `send` saves what came of it. */
export function merge(form, { base, current }, accept, send) {
  document.querySelector('.merge')?.remove();
  const mine = read(form), theirs = project(current, base), open = [], taken = [];
  for (const name of Object.keys(mine)) {
    if (same(theirs[name], base[name]) || same(theirs[name], mine[name])) continue;
    (same(mine[name], base[name]) ? taken : open).push(name);
  }
  write(form, Object.fromEntries(taken.map(name => [name, theirs[name]])));
  const now = read(form);
  accept({ ...base, ...theirs, ...Object.fromEntries(taken.map(name => [name, now[name]])) });

  const pick = (name, whose, value, checked) => element('td', {}, element('label', { className: 'pick' },
    element('input', { type: 'radio', name: `merge-${name}`, value: whose, checked }), element('span', { dir: 'auto', textContent: describe(form, name, value) || words.Nothing })));
  const heading = element('h2', { id: 'merge', tabIndex: -1, textContent: words.ChangedMeanwhile });
  const rows = open.map(name => element('tr', {}, element('th', { scope: 'row', textContent: labelOf(form, name) }), pick(name, 'mine', mine[name], true), pick(name, 'theirs', theirs[name], false)));
  const told = [open.length ? count(words.FieldsDiffer, open.length) : words.NothingDiffers];
  if (taken.length) told.push(fill(words.TakenOver, taken.map(name => labelOf(form, name)).join(', ')));

  const keep = element('button', { type: 'button', className: 'btn go', textContent: words.SaveMerged });
  const edit = element('button', { type: 'button', className: 'btn', textContent: words.KeepEditing });
  const section = element('section', { className: 'merge' }, heading, element('p', { textContent: `${words.NothingIsLost} ${told.join(' ')}` }));
  section.setAttribute('aria-labelledby', 'merge');
  if (open.length) {
    const head = element('tr', {}, ...[words.FieldName, words.Yours, words.Theirs].map(text => element('th', { scope: 'col', textContent: text })));
    section.append(element('div', { className: 'over', tabIndex: 0 }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows))));
  }
  section.append(element('p', { className: 'acts' }, keep, edit));
  const settle = () => {
    const chosen = open.filter(name => section.querySelector(`[name="${CSS.escape(`merge-${name}`)}"]:checked`).value === 'theirs');
    write(form, Object.fromEntries(chosen.map(name => [name, theirs[name]])));
    section.remove();
    form.dispatchEvent(new CustomEvent('list-changed', { bubbles: true }));
  };
  keep.addEventListener('click', () => { settle(); send() });
  edit.addEventListener('click', () => { settle(); form.querySelector('input, select, textarea')?.focus() });
  (form.closest('.desk') ?? form).before(section);
  heading.focus();
}
