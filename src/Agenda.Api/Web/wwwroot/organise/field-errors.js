// What is wrong with a field, said beside it. Names are those of the answer: "title", "contributions[1].minutes", "placement.start".
import { itemsOf } from './form-value.js';

let last = 0;

/** Whether all that is wrong could be said beside fields. */
export function showErrors(form, refusal) {
  const wrong = Object.entries(refusal.errors);
  const places = wrong.map(([name, reasons]) => [find(form, name), reasons]);
  for (const [place, reasons] of places) if (place) mark(place, reasons.join(' '));
  form.querySelector('[aria-invalid=true]')?.focus();
  return wrong.length > 0 && places.every(([place]) => place);
}

export function clearErrors(form) {
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-errormessage');
  }
  form.querySelectorAll('.error').forEach(error => error.remove());
}

function find(form, name) {
  let root = form;
  for (const step of name.split('.')) {
    const [, part, index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const list = root.querySelector(`[data-list="${CSS.escape(part ?? '')}"]`);
    if (list && index !== undefined) root = itemsOf(list)[index];
    else root = list ?? root.querySelector(`[data-group="${CSS.escape(part ?? '')}"]`) ?? root.querySelector(`[name="${CSS.escape(part ?? '')}"]:not([data-aside] *)`);
    if (!root) return null;
  }
  return root;
}

function mark(place, reason) {
  const control = place.matches('input, select, textarea') ? place : place.querySelector('input:not([type=hidden]), select, textarea') ?? place;
  const error = Object.assign(document.createElement('p'), { id: `wrong-${++last}`, className: 'error', textContent: reason });
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-errormessage', error.id);
  (control.closest('.field, [data-item], label') ?? control).append(error);
}
