// How many conflicts stand, in the head of every page; asked anew after each change.
import { call } from './call.js';

const place = document.querySelector('[data-conflicts]'), api = document.querySelector('[data-conference-api]')?.dataset.conferenceApi;

export async function tellStanding() {
  if (!place || !api) return;
  try {
    const { body: { counts } } = await call('GET', `${api}/conflicts?limit=1`);
    place.textContent = counts.errors + counts.warnings || '';
    place.classList.toggle('bad', counts.errors > 0);
  } catch {
    place.textContent = '';
  }
}

tellStanding();
