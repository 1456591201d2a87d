// People by a part of their name. Who is not there yet is added in place, with a hint when somebody of that name is there already.
import { words } from './organise-words.js';
import { fill } from './fill.js';
import { call } from './call.js';
import { add, itemsOf } from './form-value.js';
import { remember, nameOf } from './describe.js';
import { sayRefusal } from './said.js';

const api = document.querySelector('[data-conference-api]')?.dataset.conferenceApi;
const patience = 150, most = 8;
const fullName = person => [person.givenName, person.familyName].filter(Boolean).join(' ');

export function attach(search) {
  if (search.attached) return;
  search.attached = true;
  const list = search.closest('[data-list]'), box = search.querySelector('[role=combobox]'), options = search.querySelector('[role=listbox]');
  const form = search.querySelector('.new-person'), field = name => form.querySelector(`[data-new=${name}]`), alike = form.querySelector('[data-alike]');
  let found = [], at = -1, timer, asking;

  const isThere = id => itemsOf(list).some(item => item.querySelector('input[type=hidden]').value === id);
  const close = () => {
    options.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
    at = -1;
  };

  function choose(person) {
    remember(person.id, fullName(person));
    if (!isThere(person.id)) {
      const item = add(list, list.querySelector('template').content.querySelector('[name="person"]') ? { person: person.id, presenting: itemsOf(list).length === 0 } : person.id);
      item.querySelector('[data-note] bdi').textContent = person.affiliation ?? '';
    }
    box.value = '';
    close();
    box.focus();
    list.dispatchEvent(new CustomEvent('list-changed', { bubbles: true }));
  }

  async function find(text) {
    asking?.abort();
    asking = new AbortController();
    const { body } = await call('GET', `${api}/people?limit=${most}&q=${encodeURIComponent(text)}`, { signal: asking.signal });
    return body.items.filter(person => !person.erasedAt);
  }

  async function show() {
    const text = box.value.trim();
    if (!text) return close();
    try {
      found = await find(text);
    } catch (refusal) {
      if (refusal.name !== 'AbortError') sayRefusal(refusal);
      return;
    }
    options.replaceChildren(...found.map((person, i) => option(i, fullName(person), isThere(person.id) ? words.AlreadyHere : person.affiliation)), option(found.length, fill(words.AddPerson, text), ''));
    options.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    at = -1;
  }

  function option(i, name, note) {
    const line = Object.assign(document.createElement('li'), { id: `${options.id}-${i}`, role: 'option' });
    line.setAttribute('role', 'option');
    line.append(Object.assign(document.createElement('bdi'), { textContent: name }));
    if (note) line.append(' ', Object.assign(document.createElement('small'), { textContent: note }));
    line.addEventListener('pointerdown', event => { event.preventDefault(); take(i) });
    return line;
  }

  function take(i) {
    if (i < found.length) return choose(found[i]);
    const names = box.value.trim().split(/\s+/), family = names.pop();
    [field('givenName').value, field('familyName').value] = [names.join(' '), family];
    form.hidden = false;
    close();
    field('givenName').focus();
    look();
  }

  // Somebody of the same family name may be the same person.
  async function look() {
    const family = field('familyName').value.trim();
    const others = family ? (await find(family).catch(() => [])).filter(person => person.familyName.localeCompare(family, undefined, { sensitivity: 'base' }) === 0) : [];
    alike.hidden = others.length === 0;
    alike.replaceChildren(words.PerhapsTheSame, ' ', ...others.flatMap(person => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: [fullName(person), person.affiliation].filter(Boolean).join(', ') });
      button.addEventListener('click', () => { form.hidden = true; choose(person) });
      return [button, ' '];
    }));
  }

  async function addPerson() {
    try {
      const { body } = await call('POST', `${api}/people`, { body: { givenName: field('givenName').value.trim(), familyName: field('familyName').value.trim(), affiliation: field('affiliation').value.trim() || null } });
      form.hidden = true;
      field('affiliation').value = '';
      choose(body);
    } catch (refusal) {
      sayRefusal(refusal);
    }
  }

  box.addEventListener('input', event => {
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(show, patience);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', event => {
    const lines = [...options.children];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (!options.hidden && lines.length) take(at < 0 ? 0 : at);
    } else if (!options.hidden && ['ArrowDown', 'ArrowUp'].includes(event.key) && !event.altKey) {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : lines.length - (at < 0 ? 0 : 1)) + lines.length) % lines.length;
      lines.forEach((line, i) => line.setAttribute('aria-selected', i === at));
      box.setAttribute('aria-activedescendant', lines[at].id);
      lines[at].scrollIntoView({ block: 'nearest' });
    }
  });
  form.addEventListener('input', event => {
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(look, patience);
  });
  form.querySelector('[data-add-person]').addEventListener('click', addPerson);
  form.querySelector('[data-no-person]').addEventListener('click', () => { form.hidden = true; box.focus() });
}

// Entries that were written by their ids alone, as when two versions are merged, get their names.
document.addEventListener('item-added', async ({ detail: { item, value } }) => {
  const id = typeof value === 'string' ? value : value?.person;
  if (!id || !item.matches('.person-item')) return;
  item.dataset.person = id;
  const name = item.querySelector('[data-name]');
  name.textContent = nameOf(id);
  if (name.textContent !== id) return;
  const { body } = await call('GET', `${api}/people/${id}`).catch(() => ({ body: null }));
  if (!body) return;
  remember(id, fullName(body));
  name.textContent = fullName(body);
});
