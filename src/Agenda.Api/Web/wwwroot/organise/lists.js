// Lists in forms: entries are added, moved (also with Alt and the arrow keys, and by dragging) and taken out; people are found by typing.
import { add, itemsOf } from './form-value.js';
import { attach } from './person-search.js';

const listOf = item => item.parentElement.closest('[data-list]');
const changed = list => list.dispatchEvent(new CustomEvent('list-changed', { bubbles: true }));

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-act]');
  if (!button) return;
  if (button.dataset.act === 'add') {
    const list = button.closest('[data-list]');
    add(list).querySelector('input:not([type=hidden]), textarea, select')?.focus();
    return changed(list);
  }
  act(button.closest('[data-item]'), button.dataset.act, button);
});

document.addEventListener('keydown', event => {
  const item = event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest?.('[data-item]');
  if (!item || item.closest('[data-inert]')) return;
  event.preventDefault();
  act(item, event.key === 'ArrowUp' ? 'up' : 'down', event.target);
});

function act(item, what, from) {
  const list = listOf(item), items = itemsOf(list), at = items.indexOf(item);
  if (what === 'remove') {
    const next = items[at + 1] ?? items[at - 1];
    item.remove();
    (next?.querySelector('[data-act=remove]') ?? list.querySelector('[role=combobox], [data-act=add]'))?.focus();
  } else if (what === 'up' && at > 0) {
    items[at - 1].before(item);
    from.focus();
  } else if (what === 'down' && at < items.length - 1) {
    items[at + 1].after(item);
    from.focus();
  } else {
    return;
  }
  changed(list);
}

let held = null;
document.addEventListener('dragstart', event => {
  const grip = event.target.closest?.('[data-grip]');
  if (!grip) return;
  held = grip.closest('[data-item]');
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(held, 0, 0);
});
document.addEventListener('dragover', event => {
  const over = held && event.target.closest?.('[data-item]');
  if (!over || over === held || listOf(over) !== listOf(held)) return;
  event.preventDefault();
  const box = over.getBoundingClientRect();
  event.clientY < box.top + box.height / 2 ? over.before(held) : over.after(held);
});
document.addEventListener('dragend', () => {
  if (held) changed(listOf(held));
  held = null;
});

document.querySelectorAll('.person-search').forEach(attach);
document.addEventListener('item-added', ({ detail: { item } }) => item.querySelectorAll('.person-search').forEach(attach));
