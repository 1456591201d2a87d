// The chairs of a session, changed from its row in the table.
import { words } from './organise-words.js';
import { call } from './call.js';
import { read, write } from './form-value.js';
import { nameOf } from './describe.js';

const api = document.querySelector('[data-conference-api]').dataset.conferenceApi, dialog = document.getElementById('chairs'), form = dialog?.querySelector('form');
let asked = null;

export async function editChairs(cell, told, refuse, renew) {
  const row = cell.closest('tr');
  try {
    const { body, etag } = await call('GET', `${api}/sessions/${row.dataset.id}`);
    asked = { cell, row, body, etag, told, refuse, renew };
    dialog.querySelector('[data-about]').textContent = `${body.code}: ${body.title}`;
    write(form, { chairs: body.chairs });
    dialog.showModal();
  } catch (refusal) {
    refuse(refusal);
  }
}

form?.addEventListener('submit', async event => {
  event.preventDefault();
  const { cell, row, body, etag, told, refuse, renew } = asked, { chairs } = read(form);
  // A session is sent whole, but for what is not said of it here.
  const { id: _, placement: __, version: ___, conflicts: ____, ...said } = body;
  dialog.close();
  try {
    const { body: saved } = await call('PUT', `${api}/sessions/${row.dataset.id}`, { body: { ...said, chairs }, etag });
    cell.querySelector('button').textContent = chairs.map(nameOf).join(', ');
    renew([saved]);
    told(saved.conflicts, words.Saved);
  } catch (refusal) {
    refuse(refusal);
  }
});

dialog?.querySelector('[data-close]').addEventListener('click', () => dialog.close());
