// A table that comes back from a spreadsheet: tried first, so that every row that would change is seen; then applied. What was tried is what is applied.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { clearErrors, showErrors } from './field-errors.js';
import { make, tableOf, tallyOf } from './report-table.js';
import { say, sayRefusal, unsay } from './said.js';
import { tellStanding } from './standing.js';

const form = document.querySelector('[data-tables]'), { file, table, edits } = form.elements, drop = form.querySelector('[data-drop]'), go = form.querySelector('button');
const report = document.getElementById('report'), most = Number(form.dataset.most), shown = 500;
const kinds = { session: words.RowKindSession, contribution: words.RowKindContribution, person: words.RowKindPerson, room: words.RowKindRoom };
const acts = { created: words.RowActCreated, updated: words.RowActUpdated, kept: words.RowActKept };
let isAsking = false;

const wrong = reason => showErrors(form, { errors: { file: [reason] } });
go.disabled = false;

// ---- the file, chosen or dropped
for (const name of ['dragenter', 'dragover', 'dragleave', 'drop'])
  drop.addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragenter' || name === 'dragover');
  });
drop.addEventListener('drop', event => {
  if (event.dataTransfer?.files.length !== 1) return;
  file.files = event.dataTransfer.files;
  file.dispatchEvent(new Event('input', { bubbles: true }));
});
// A file that is dropped beside the place would be opened in the place of the page.
for (const name of ['dragover', 'drop']) addEventListener(name, event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() });
form.addEventListener('input', event => {
  clearErrors(form);
  report.replaceChildren();
  // Files are called as they were downloaded, unless somebody renamed them.
  const named = event.target === file && [...table.options].find(option => file.files[0]?.name.startsWith(`${option.value}-`));
  if (named) table.value = named.value;
});

// ---- sending
form.addEventListener('submit', async event => {
  event.preventDefault();
  clearErrors(form);
  report.replaceChildren();
  const [chosen] = file.files;
  if (!chosen) return wrong(words.ChooseAFile);
  if (chosen.size > most) return wrong(fill(words.FileTooLarge, Math.floor(most / 1024 / 1024)));
  let content;
  try {
    content = new Blob([await chosen.arrayBuffer()]);
  } catch {
    return wrong(words.FileUnreadable);
  }
  await send(content, `${form.dataset.tables}/${table.value}?${new URLSearchParams({ edits: edits.value })}`, true, chosen.name);
});

async function send(content, path, dryRun, name) {
  if (isAsking) return;
  isAsking = true;
  for (const button of [go, ...report.querySelectorAll('button')]) button.disabled = true;
  say(fill(dryRun ? words.FileIsTried : words.FileIsApplied, name));
  try {
    const { body } = await call('POST', `${path}&dryRun=${dryRun}`, { body: content });
    unsay();
    tell(body, () => send(content, path, false, name));
    if (!dryRun) {
      file.value = '';
      say(words.Imported);
      tellStanding();
    }
  } catch (refusal) {
    if (!showErrors(form, refusal)) sayRefusal(refusal);
    const places = refusal.problem?.places ?? [];
    if (places.length) report.replaceChildren(notes(words.RefusedPlaces, places));
  } finally {
    isAsking = false;
    for (const button of [go, ...report.querySelectorAll('button')]) button.disabled = false;
  }
}

// ---- the report
function tell(body, apply) {
  const differs = body.created + body.updated > 0, isRefused = body.refused.length > 0;
  const parts = [make('h2', body.dryRun ? words.WhatWouldBecome : words.WhatBecame), counts(body)];
  if (isRefused) parts.push(make('p', words.MendFileFirst, { className: 'note' }), notes(words.RefusedPlaces, body.refused));
  else if (differs) parts.push(make('p', `${count(words.CausesConflicts, body.conflicts.caused.length)} ${count(words.SolvesConflicts, body.conflicts.solved.length)}`));
  if (body.changes.length) parts.push(changes(body.changes));
  else if (!isRefused) parts.push(make('p', words.NothingDiffersInTable));
  if (body.leftOut.length) parts.push(notes(words.LeftOut, body.leftOut));
  if (body.mended.length) parts.push(notes(words.Mended, body.mended));
  if (body.dryRun && differs && !isRefused) {
    const button = make('button', words.Apply, { type: 'button', className: 'btn go' }), line = make('p', undefined, { className: 'acts' });
    button.addEventListener('click', apply);
    line.append(button);
    parts.push(line);
  }
  report.replaceChildren(...parts);
  report.focus();
}

const rowOf = where => where.replace(/^row /, '');

const counts = body => tallyOf(words.Counts, [words.New, words.Changed, words.KeptRows, words.AsBefore, words.RefusedPlaces],
  [[body.created, body.updated, body.kept, body.unchanged, body.refused.length]]);

// One line for each field; what is new has one.
const changes = all => tableOf(words.Differences, [words.Row, words.What, words.WhatBecame, words.FieldName, words.InTheProgramme, words.InTheFile],
  all.flatMap(change => (change.fields.length ? change.fields : [{}]).map(({ field = '', here, file }) =>
    [rowOf(change.where), `${kinds[change.kind]} ${change.name}`, acts[change.act], field, here ?? '', file ?? ''])), { most: shown });

// What is told of places is English.
const notes = (name, all) => tableOf(name, [words.Row, words.WhatStands, words.Why], all.map(note => [rowOf(note.where), note.what, note.why]), { lang: 'en', most: shown });
