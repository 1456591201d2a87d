// What the pages of the console run: each module adds what its part of a page needs, and changes go to the public API.
import './organise-words.js';
import './standing.js';
import './left.js';

if (document.querySelector('form[data-api][data-etag]:not([data-inert])') && document.querySelector('[data-conference-api]'))
  import('./meanwhile.js');
// Lists first: what was typed before comes back into them.
if (document.querySelector('[data-list]'))
  await import('./lists.js');
if (document.querySelector('form[data-api]'))
  import('./api-form.js');
if (document.querySelector('table[data-sessions]'))
  import('./session-table.js');
if (document.querySelector('[data-board]'))
  import('./board.js');
if (document.querySelector('[data-publish]'))
  import('./publish.js');
if (document.getElementById('acknowledge'))
  import('./acknowledge.js');

if (document.querySelector('[data-import]'))
  import('./import.js');
if (document.querySelector('[data-tables]'))
  import('./spreadsheets.js');
if (document.querySelector('[data-merge-people]'))
  import('./merge-people.js');
if (document.querySelector('[data-preview]'))
  import('./preview.js');
if (document.querySelector('[data-timed]'))
  import('./session-form.js');
document.querySelector('[data-print]')?.addEventListener('click', () => print());
