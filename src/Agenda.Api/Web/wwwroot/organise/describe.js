// Values of fields in words, for whoever compares two of them.
import { words } from './organise-words.js';

const partOf = (form, name) => [...form.querySelectorAll('[data-list], [data-group], [name]')]
  .find(part => (part.dataset.list ?? part.dataset.group ?? part.name) === name && !part.parentElement.closest('[data-item], template'));

export function labelOf(form, name) {
  const part = partOf(form, name);
  const label = part?.labels?.[0] ?? part?.closest('.field, fieldset')?.querySelector('.lab, legend');
  return label?.firstChild?.textContent.trim() || name;
}

const people = new Map([...document.querySelectorAll('[data-person]')].map(shown => [shown.dataset.person, shown.querySelector('[data-name]').textContent.trim()]));

/** Remembers what people are called, for those who are known by their ids alone. */
export const remember = (id, name) => people.set(id, name);

export const nameOf = id => people.get(id) ?? id;

export function describe(form, name, value) {
  const part = partOf(form, name);
  if (value === true || value === false) return value ? words.Yes : words.No;
  if (Array.isArray(value)) return value.map((one, i) => `${i + 1}. ${item(one)}`).join('\n');
  if (value && typeof value === 'object') return Object.entries(value).map(([key, one]) => choice(part?.querySelector(`[name="${CSS.escape(key)}"]`), one)).filter(Boolean).join(', ');
  return choice(part, value);
}

function item(one) {
  if (typeof one === 'string') return nameOf(one);
  if (one.person) return nameOf(one.person) + (one.presenting ? ` (${words.Presenting})` : '');
  const authors = one.authors?.map(item).join(', ');
  return [one.code, one.title, one.url, one.minutes && `${one.minutes} min`, authors, one.abstract].filter(Boolean).join(' · ');
}

const choice = (control, value) => control?.tagName === 'SELECT' ? [...control.options].find(option => option.value === `${value ?? ''}`)?.textContent ?? `${value ?? ''}` : `${value ?? ''}`.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00$/, '$1 $2');
