// A form as the JSON that it stands for. Fields have their names in the request; [data-list] holds items in their order, [data-group] an object of its own.
const keeper = '[data-list], [data-group], [data-item]';

/** The controls, lists and groups that are directly in a form, item or group. */
function* parts(root) {
  for (const child of root.children) {
    if (child.matches('template, [data-aside]')) continue;
    if (child.matches('[data-list], [data-group]')) yield child;
    else if (child.name && child.matches('input, select, textarea')) yield child;
    else yield* parts(child);
  }
}

export const itemsOf = list => [...list.querySelectorAll('[data-item]')].filter(item => item.parentElement.closest(keeper) === list);

/** What is in it now. */
export const read = root => readAs(root, typed);

/** What was in it when the page came, whatever was typed since, even before there was a script. */
export const readAsSent = root => readAs(root, sent);

function readAs(root, valueOf) {
  const value = {};
  for (const part of parts(root)) {
    if (part.dataset.list) value[part.dataset.list] = itemsOf(part).map(item => readItem(item, valueOf));
    else if (part.dataset.group) value[part.dataset.group] = readGroup(part, valueOf);
    else value[part.name] = readControl(part, valueOf(part));
  }
  return value;
}

function readItem(item, valueOf) {
  const value = readAs(item, valueOf);
  return '.' in value ? value['.'] : value;
}

// A group of which nothing is said is null.
function readGroup(group, valueOf) {
  const value = readAs(group, valueOf);
  return Object.values(value).every(one => one === null) ? null : value;
}

const typed = control => control.type === 'checkbox' ? control.checked : control.value;

const sent = control => control.type === 'checkbox' ? control.defaultChecked
  : control.tagName === 'SELECT' ? ([...control.options].find(option => option.defaultSelected) ?? control.options[0])?.value ?? '' : control.defaultValue;

function readControl(control, said) {
  if (control.type === 'checkbox') return said;
  const text = said.trim();
  if (text === '') return 'keeps' in control.dataset ? '' : null;
  if ('number' in control.dataset) return /^-?\d+$/.test(text) ? Number(text) : text;
  return control.type === 'datetime-local' && text.length === 16 ? `${text}:00` : control.tagName === 'TEXTAREA' ? said : text;
}

/** Puts a value where it belongs; items of lists are made anew from their template. */
export function write(root, value) {
  for (const part of parts(root)) {
    const name = part.dataset.list ?? part.dataset.group ?? part.name;
    if (!(name in value)) continue;
    if (part.dataset.list) writeList(part, value[name] ?? []);
    else if (part.dataset.group) write(part, value[name] ?? Object.fromEntries([...parts(part)].map(p => [p.name, null])));
    else if (part.type === 'checkbox') part.checked = Boolean(value[name]);
    else part.value = part.type === 'datetime-local' ? (value[name] ?? '').slice(0, 16) : value[name] ?? '';
  }
}

function writeList(list, values) {
  itemsOf(list).forEach(item => item.remove());
  for (const value of values) add(list, value);
}

let made = 0;

/** Adds an item to a list; its ids are its own. */
export function add(list, value) {
  const template = [...list.children].find(child => child.matches('template'));
  const item = template.content.firstElementChild.cloneNode(true);
  renumber(item, `n${++made}`);
  [...list.children].find(child => child.matches('ol')).append(item);
  if (value !== undefined) write(item, typeof value === 'object' ? value : { '.': value });
  list.dispatchEvent(new CustomEvent('item-added', { bubbles: true, detail: { item, value } }));
  return item;
}

function renumber(item, suffix) {
  for (const one of item.querySelectorAll('[id]')) one.id += suffix;
  for (const one of item.querySelectorAll('[for], [aria-controls], [aria-labelledby], [aria-describedby], [data-preview]'))
    for (const name of ['for', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'data-preview'])
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name) + suffix);
}

/** What another state has of the fields that this one has, for comparing. */
export function project(state, like) {
  if (Array.isArray(like)) return Array.isArray(state) ? state.map(one => like.length && typeof one === 'object' ? project(one, like[0]) : one) : [];
  if (like && typeof like === 'object') return state && typeof state === 'object' ? Object.fromEntries(Object.keys(like).map(key => [key, project(state[key], like[key])])) : state ?? null;
  return state ?? (like === '' ? '' : null);
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
