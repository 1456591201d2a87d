// The table of sessions: filtered and sorted where it is, columns by choice, edited in place, many at once after a trial.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { say, sayRefusal, unsay } from './said.js';
import { tellStanding } from './standing.js';
import { editChairs } from './table-chairs.js';

const table = document.querySelector('table[data-sessions]'), body = table.tBodies[0], filters = document.getElementById('filters'), hits = document.querySelector('#hits b');
const api = document.querySelector('[data-conference-api]').dataset.conferenceApi, bulk = document.getElementById('bulk'), tried = document.getElementById('tried');
const rows = () => [...body.rows], fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

// ---- filters
function filter() {
  const asked = Object.fromEntries([...new FormData(filters)].map(([name, value]) => [name, value.trim()]));
  const typed = fold(asked.q).split(/\s+/).filter(Boolean);
  let left = 0;
  for (const row of rows()) {
    const data = row.dataset;
    const stays = ['type', 'track', 'status', 'day', 'room'].every(name => !asked[name] || data[name] === asked[name])
      && (!asked.lacks || data.lacks.split(' ').includes(asked.lacks)) && typed.every(word => data.text.includes(word));
    row.hidden = !stays;
    left += stays;
  }
  hits.textContent = count(words.SessionsCount, left);
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  history.replaceState(null, '', location.pathname + (query.size ? `?${query}` : ''));
  document.querySelector('[data-csv]').search = query;
  chosen();
}

filters.addEventListener('input', filter);
filters.addEventListener('submit', event => { event.preventDefault(); filter() });
filters.querySelector('[data-scriptless]').hidden = true;
filters.querySelector('[data-all]').addEventListener('click', event => {
  event.preventDefault();
  for (const control of filters.elements) if (control.name) control.value = '';
  filter();
});

// ---- order
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
table.tHead.addEventListener('click', event => {
  const button = event.target.closest('[data-sort]');
  if (!button) return;
  const head = button.closest('th'), down = head.ariaSort === 'ascending', at = head.cellIndex;
  const key = row => button.dataset.sort === 'when' ? row.dataset.start ?? '~' : row.cells[at].textContent.trim();
  const sorted = rows().map(row => [key(row), row]).sort(([one], [other]) => collator.compare(one, other) * (down ? -1 : 1));
  body.append(...sorted.map(([, row]) => row));
  for (const other of table.tHead.rows[0].cells) if (other.ariaSort) other.ariaSort = 'none';
  head.ariaSort = down ? 'descending' : 'ascending';
});

// ---- columns
const kept = 'agenda-columns', columns = document.querySelector('[data-columns]');
let without = [];
try { without = JSON.parse(localStorage.getItem(kept)) ?? [] } catch { }
for (const box of columns.querySelectorAll('input')) box.checked = !without.includes(box.value);
const showColumns = () => { for (const box of columns.querySelectorAll('input')) table.classList.toggle(`no-${box.value}`, !box.checked) };
columns.addEventListener('change', () => {
  showColumns();
  try { localStorage.setItem(kept, JSON.stringify([...columns.querySelectorAll('input:not(:checked)')].map(box => box.value))) } catch { }
});
showColumns();

// ---- choosing
let last = null;
const picked = () => rows().filter(row => !row.hidden && row.querySelector('[data-pick]')?.checked);

function chosen() {
  if (!bulk) return;
  const number = picked().length;
  bulk.hidden = number === 0;
  bulk.querySelector('[data-chosen]').textContent = count(words.Chosen, number);
  tried.replaceChildren();
}

table.addEventListener('click', event => {
  const pick = event.target.closest('[data-pick]');
  if (!pick) return;
  const row = pick.closest('tr');
  if (event.shiftKey && last) {
    const all = rows(), [from, to] = [all.indexOf(last), all.indexOf(row)].sort((a, b) => a - b);
    for (const between of all.slice(from, to + 1)) if (!between.hidden) between.querySelector('[data-pick]').checked = pick.checked;
  }
  last = row;
  chosen();
});
table.querySelector('[data-pick-all]')?.addEventListener('change', event => {
  for (const row of rows()) if (!row.hidden) row.querySelector('[data-pick]').checked = event.target.checked;
  chosen();
});
bulk?.querySelector('[data-none]').addEventListener('click', () => {
  for (const row of rows()) row.querySelector('[data-pick]').checked = false;
  table.querySelector('[data-pick-all]').checked = false;
  chosen();
});

// ---- keys: up and down from row to row in the same column
table.addEventListener('keydown', event => {
  if (!['ArrowDown', 'ArrowUp'].includes(event.key) || event.target.matches('select')) return;
  const cell = event.target.closest('td, th'), row = cell?.closest('tbody tr');
  if (!row) return;
  let next = row;
  do next = event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling; while (next?.hidden);
  const control = next?.cells[cell.cellIndex].querySelector('a, button, input');
  if (!control) return;
  event.preventDefault();
  control.focus();
});

// ---- editing in place, and many at once
const options = name => [...bulk.elements[name].options].filter(option => option.value).map(option => option.cloneNode(true));

if (bulk) for (const cell of body.querySelectorAll('td[data-edit]')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'cell', textContent: cell.textContent });
  button.setAttribute('aria-label', fill(words.ChangeOf, table.tHead.rows[0].cells[cell.cellIndex].textContent.trim(), cell.closest('tr').querySelector('.code').textContent, cell.textContent.trim() || words.Nothing));
  cell.replaceChildren(button);
}

body.addEventListener('click', event => {
  const cell = event.target.closest('button.cell')?.closest('td');
  if (cell) cell.dataset.edit === 'chairs' ? editChairs(cell, told, refuse, renew) : edit(cell);
});

function edit(cell) {
  const row = cell.closest('tr'), name = cell.dataset.edit, button = cell.firstElementChild, select = document.createElement('select');
  select.setAttribute('aria-label', button.getAttribute('aria-label'));
  select.append(...options(name));
  select.value = row.dataset[name] || (name === 'track' ? '-' : '');
  cell.replaceChildren(select);
  select.focus();
  const close = focus => {
    if (!select.isConnected) return;
    cell.replaceChildren(button);
    if (focus) button.focus();
  };
  select.addEventListener('keydown', event => { if (event.key === 'Escape') close(true) });
  select.addEventListener('blur', () => close(false));
  select.addEventListener('change', async () => {
    const value = select.value, text = select.selectedOptions[0].textContent;
    close(true);
    if (value === (row.dataset[name] || '-')) return;
    try {
      const { body: answer } = await call('POST', `${api}/session-edits`, { body: { sessions: [named(row)], ...setting(name, value) } });
      row.dataset[name] = value === '-' ? '' : value;
      button.textContent = value === '-' ? '' : text;
      told(answer.conflicts, words.Saved);
      renew(answer.sessions);
    } catch (refusal) {
      refuse(refusal);
    }
  });
}

const named = row => ({ id: row.dataset.id, version: Number(row.dataset.version) });
const setting = (name, value) => value === '-' ? { clear: [name] } : { set: { [name]: value } };

function renew(sessions) {
  for (const session of sessions) {
    const row = body.querySelector(`[data-id="${session.id}"]`);
    if (row) row.dataset.version = session.version;
  }
  tellStanding();
}

function told(conflicts, text) {
  const caused = conflicts?.caused ?? [];
  if (!caused.length) return say(text);
  const list = document.createElement('ul');
  list.append(...caused.slice(0, 20).map(conflict => Object.assign(document.createElement('li'), { textContent: conflict.reason })));
  say(`${text} ${count(words.CausesConflicts, caused.length)}`, { more: [list] });
}

// Somebody changed one of them meanwhile: the page as it is now is what there is to decide by.
function refuse(refusal) {
  if (refusal.code !== 'stale') return sayRefusal(refusal);
  const again = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: words.LoadAnew });
  again.addEventListener('click', () => location.reload());
  say(words.ChangedMeanwhile, { bad: true, more: [' ', again] });
}

bulk?.addEventListener('submit', async event => {
  event.preventDefault();
  unsay();
  const chosenRows = picked(), set = {}, clear = [];
  for (const name of ['type', 'track', 'status']) {
    const { value } = bulk.elements[name];
    if (value === '-') clear.push(name);
    else if (value) set[name] = value;
  }
  const days = Number(bulk.elements.days.value.trim() || 0), minutes = Number(bulk.elements.minutes.value.trim() || 0);
  if (!Number.isInteger(days) || !Number.isInteger(minutes)) return say(words.WholeNumbers, { bad: true });
  const shift = days * 1440 + minutes, edits = Object.keys(set).length || clear.length, placed = chosenRows.filter(row => row.dataset.start);
  if (!edits && !shift) return say(words.NothingToDo, { bad: true });

  const send = async dryRun => {
    const query = dryRun ? '?dryRun=true' : '', answers = [];
    if (edits) answers.push((await call('POST', `${api}/session-edits${query}`, { body: { sessions: chosenRows.map(named), set, clear } })).body);
    if (!dryRun && answers[0]) renew(answers[0].sessions);
    if (shift && placed.length) answers.push((await call('POST', `${api}/moves${query}`, { body: { moves: placed.map(row => move(row, shift)) } })).body);
    return answers;
  };

  try {
    const answers = await send(true), caused = answers.flatMap(answer => answer.conflicts?.caused ?? answer.caused ?? []), solved = answers.flatMap(answer => answer.conflicts?.solved ?? answer.solved ?? []);
    const go = Object.assign(document.createElement('button'), { type: 'button', className: 'btn go', textContent: words.DoIt });
    const list = document.createElement('ul');
    list.append(...caused.slice(0, 50).map(conflict => Object.assign(document.createElement('li'), { textContent: conflict.reason })));
    const note = Object.assign(document.createElement('div'), { className: 'note good', tabIndex: -1 });
    note.append(Object.assign(document.createElement('p'), { textContent: `${count(words.WouldChange, chosenRows.length)} ${count(words.CausesConflicts, caused.length)} ${count(words.SolvesConflicts, solved.length)}` }), list, go);
    tried.replaceChildren(note);
    note.focus();
    go.addEventListener('click', async () => {
      go.disabled = true;
      try {
        await send(false);
        sessionStorage.setItem('agenda-said', words.Saved);
        location.reload();
      } catch (refusal) {
        refuse(refusal);
      }
    });
  } catch (refusal) {
    refuse(refusal);
  }
});

// Local time goes on as the calendar counts it; whether that hour is there in the zone is the API's to say.
function move(row, shift) {
  const [date, time] = row.dataset.start.split('T'), [year, month, day] = date.split('-').map(Number), [hour, minute] = time.split(':').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute) + shift * 60_000).toISOString().slice(0, 19);
  return { session: row.dataset.id, version: Number(row.dataset.version), room: row.dataset.room || null, start: at, minutes: Number(row.dataset.minutes) };
}
