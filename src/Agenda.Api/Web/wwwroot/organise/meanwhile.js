// That somebody else has saved what is being edited is told at once, not only when one saves.
import { words } from './organise-words.js';
import { call } from './call.js';
import { say } from './said.js';
import { hearEdits } from './edits.js';

const form = document.querySelector('form[data-api][data-etag]');

async function look() {
  // Its own saving is no news.
  if (form.hasAttribute('aria-busy')) return setTimeout(look, 500);
  const answer = await call('GET', form.dataset.api).catch(refusal => refusal);
  if (answer.status === 404) say(words.RemovedMeanwhile, { bad: true });
  else if (answer.etag && answer.etag !== form.dataset.etag && !document.querySelector('.merge')) say(words.ChangedJustNow);
}

hearEdits(look, look);
