// Conflicts that are meant to be so are accepted with a reason, and no longer accepted.
import { call } from './call.js';
import { sayRefusal } from './said.js';

const api = document.querySelector('[data-conference-api]').dataset.conferenceApi, dialog = document.getElementById('acknowledge'), reason = dialog.querySelector('textarea');
let asked = null;

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-acknowledge], [data-withdraw], [data-close]');
  if (!button) return;
  if ('close' in button.dataset) return dialog.close();
  if (button.dataset.withdraw) return change(() => call('DELETE', `${api}/acknowledgements/${button.dataset.withdraw}`));
  asked = button;
  dialog.querySelector('[data-about]').textContent = button.closest('.issue').querySelector('h3 + p').textContent;
  reason.value = '';
  dialog.showModal();
});

dialog.addEventListener('close', () => {
  if (dialog.returnValue !== 'go' || !reason.value.trim()) return;
  dialog.returnValue = '';
  change(() => call('POST', `${api}/acknowledgements`, { body: { conflict: asked.dataset.acknowledge, state: asked.dataset.state, reason: reason.value.trim() } }));
});

async function change(act) {
  try {
    await act();
    location.reload();
  } catch (refusal) {
    sayRefusal(refusal);
  }
}
