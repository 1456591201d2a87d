// Publishing, and bringing a release back into the programme.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { sayRefusal } from './said.js';

const form = document.querySelector('[data-publish]'), api = form.dataset.publish, button = form.querySelector('button');
button.disabled = button.dataset.stands !== '0';

form.addEventListener('submit', async event => {
  event.preventDefault();
  button.disabled = true;
  try {
    const { body } = await call('POST', `${api}/releases`, { body: { note: form.elements.note.value.trim() || null } });
    sessionStorage.setItem('agenda-said', fill(words.Published, body.number));
    location.assign(form.dataset.then);
  } catch (refusal) {
    button.disabled = false;
    if (refusal.code === 'conflicts-unacknowledged') return location.reload();
    sayRefusal(refusal);
  }
});

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-restore]');
  if (!button) return;
  const path = `${api}/releases/${button.dataset.restore}/restoration`;
  try {
    // What would be overwritten is told first, and only that may be.
    const { body: tried } = await call('POST', `${path}?dryRun=true`, { body: {} });
    if (!confirm(`${fill(words.BringBack, button.dataset.restore)} ${count(words.WouldChange, tried.sessions.length)}`)) return;
    await call('POST', path, { body: { state: tried.state } });
    sessionStorage.setItem('agenda-said', fill(words.BroughtBack, button.dataset.restore));
    location.reload();
  } catch (refusal) {
    sayRefusal(refusal);
  }
});
