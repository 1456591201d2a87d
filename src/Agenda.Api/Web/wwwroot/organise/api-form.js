// Forms that are sent to the API. What was typed survives a refusal, a lost network, an ended session and a reload; what others saved meanwhile is merged.
import { words } from './organise-words.js';
import { fill } from './fill.js';
import { call, Refusal } from './call.js';
import { read, readAsSent, write, same } from './form-value.js';
import { say, unsay, sayRefusal } from './said.js';
import { merge } from './merge.js';
import { tellStanding } from './standing.js';
import { draftOf } from './drafts.js';
import { showErrors, clearErrors } from './field-errors.js';

for (const form of document.querySelectorAll('form[data-api]:not([data-inert])')) start(form);

function start(form) {
  const draft = draftOf(form);
  let base = readAsSent(form), busy = false;
  const isDirty = () => !same(read(form), base);
  const stateNow = () => ({ value: read(form), base, etag: form.dataset.etag, api: form.dataset.api });
  const told = () => form.dispatchEvent(new CustomEvent('state', { detail: { isDirty: isDirty(), base } }));

  const kept = draft.read();
  if (kept && !same(kept.value, base)) {
    write(form, kept.value);
    // What was read then is what was changed: anything newer has to be merged.
    if (kept.etag) [form.dataset.etag, base] = [kept.etag, kept.base];
    // Added already, but for a part of it: what is left is said of that very thing.
    if (kept.api !== form.dataset.api) [form.dataset.method, form.dataset.api] = ['PUT', kept.api];
    const discard = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: words.Discard });
    discard.addEventListener('click', () => { draft.drop(); location.reload() });
    say(words.TypedBefore, { more: [' ', discard] });
  }

  form.addEventListener('input', changed);
  form.querySelector('.acts .go').disabled = false;
  form.addEventListener('list-changed', changed);
  form.addEventListener('submit', event => { event.preventDefault(); send() });
  form.querySelector('[data-remove]')?.addEventListener('click', event => remove(event.currentTarget));
  addEventListener('beforeunload', event => { if (isDirty()) event.preventDefault() });

  function changed() {
    isDirty() ? draft.keep(stateNow()) : draft.drop();
    told();
  }

  async function send() {
    if (busy) return;
    busy = true;
    form.setAttribute('aria-busy', 'true');
    clearErrors(form);
    unsay();
    try {
      await save(read(form));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal.code === 'stale') meet(refusal.problem);
      else if (!showErrors(form, refusal)) sayRefusal(refusal);
      else say(words.LookAtWhatIsMarked, { bad: true });
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  }

  async function save(value) {
    const { placement, ...said } = value, isNew = !form.dataset.etag;
    let conflicts = null;
    if (isNew || !same(said, without(base))) {
      const answer = await call(form.dataset.method, form.dataset.api, { body: said, etag: form.dataset.etag });
      if (isNew) [form.dataset.method, form.dataset.api] = ['PUT', `${form.dataset.api}/${answer.body.id}`];
      saved(answer, { ...base, ...said });
      conflicts = answer.body?.conflicts ?? null;
    }
    if ('placement' in value && !same(placement, base.placement)) {
      const answer = placement ? await call('PUT', `${form.dataset.api}/placement`, { body: placement, etag: form.dataset.etag })
        : await call('DELETE', `${form.dataset.api}/placement`, { etag: form.dataset.etag });
      saved(answer, { ...base, placement });
      conflicts = answer.body?.conflicts ?? conflicts;
    }

    base = read(form);
    draft.drop();
    told();
    tellStanding();
    if (form.dataset.then) return location.assign(form.dataset.then.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(form.answer?.[name] ?? '')));
    const caused = conflicts?.caused ?? [], list = Object.assign(document.createElement('ul'), {});
    for (const conflict of caused) list.append(Object.assign(document.createElement('li'), { textContent: conflict.reason }));
    say(caused.length ? words.SavedWithConflicts : words.Saved, { more: caused.length ? [list] : [] });
    form.dispatchEvent(new CustomEvent('saved', { detail: form.answer }));
  }

  function saved({ body, etag }, now) {
    base = now;
    form.answer = body ?? form.answer;
    if (etag) form.dataset.etag = etag;
    // A thing of which only a part is saved so far is that thing all the same.
    draft.keep(stateNow());
  }

  function meet({ current, etag }) {
    merge(form, { base, current }, accepted => {
      base = accepted;
      form.dataset.etag = etag;
      changed();
    }, send);
  }

  async function remove(button) {
    if (!confirm(button.dataset.ask)) return;
    try {
      await call('DELETE', form.dataset.api, { etag: form.dataset.etag });
      base = read(form);
      draft.drop();
      location.assign(button.dataset.gone);
    } catch (refusal) {
      if (refusal.code === 'stale') say(words.ChangedMeanwhile, { bad: true });
      else sayRefusal(refusal);
    }
  }
}

const without = ({ placement: _, ...rest }) => rest;
