// A file of another system: tried first, so that it is seen what would become of it; then applied. What was tried is what is applied: the file is read once.
import { words } from './organise-words.js';
import { count, fill } from './fill.js';
import { call } from './call.js';
import { clearErrors, showErrors } from './field-errors.js';
import { make, tableOf, tallyOf } from './report-table.js';
import { say, sayRefusal, unsay } from './said.js';
import { tellStanding } from './standing.js';

const form = document.getElementById('import'), site = document.getElementById('import-site'), file = form.elements.file, drop = form.querySelector('[data-drop]'), go = form.querySelector('.acts button'), fetches = site.querySelector('.acts button');
const sending = document.getElementById('sending'), report = document.getElementById('report'), stop = sending.querySelector('[data-stop]');
const most = Number(form.dataset.most), shownConflicts = 20;
let asking = null, isApplying = false;

go.disabled = fetches.disabled = false;

// ---- the file, chosen or dropped
for (const [name, over] of [['dragenter', true], ['dragover', true], ['dragleave', false], ['drop', false]])
  drop.addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.toggle('over', over);
  });
drop.addEventListener('drop', event => {
  if (event.dataTransfer?.files.length !== 1) return;
  file.files = event.dataTransfer.files;
  form.dispatchEvent(new Event('input'));
});
// A file that is dropped beside the place would be opened in the place of the page.
for (const name of ['dragover', 'drop']) addEventListener(name, event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault() });
for (const one of [form, site])
  one.addEventListener('input', () => {
    clearErrors(one);
    report.replaceChildren();
  });
addEventListener('beforeunload', event => { if (isApplying) event.preventDefault() });

// ---- sending
form.addEventListener('submit', async event => {
  event.preventDefault();
  unsay();
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
  await send({ form, path: form.dataset.import, body: content, query: queryOf(form), name: chosen.name }, true);
});

// What a site says may have changed until it is applied: it is fetched again then.
site.addEventListener('submit', async event => {
  event.preventDefault();
  unsay();
  clearErrors(site);
  report.replaceChildren();
  const { address, passphrase } = site.elements, body = { address: address.value.trim(), passphrase: passphrase.value, export: site.elements.export.value };
  await send({ form: site, path: `${form.dataset.import}/conftool`, body, query: queryOf(site), name: body.address }, true);
});

const queryOf = asked => new URLSearchParams(['format', 'zone', 'edits'].map(name => [name, asked.elements[name]?.value.trim()]).filter(([, value]) => value));

const wrong = reason => showErrors(form, { errors: { file: [reason] } });

async function send(order, dryRun) {
  if (asking) return;
  asking = new AbortController();
  isApplying = !dryRun;
  const end = tellTime(fill(dryRun ? words.FileIsTried : words.FileIsApplied, order.name), dryRun);
  try {
    const { body } = await call('POST', `${order.path}?${new URLSearchParams([...order.query, ['dryRun', dryRun]])}`, { body: order.body, signal: asking.signal, hear: tellProgress });
    tell(body, dryRun, () => send(order, false));
    if (!dryRun) {
      file.value = '';
      site.elements.passphrase.value = '';
      tellStanding();
    }
  } catch (refusal) {
    if (refusal.name === 'AbortError') return;
    if (!showErrors(order.form, refusal)) sayRefusal(refusal);
    const places = refusal.problem?.places ?? [];
    if (places.length) report.replaceChildren(notes(words.Wrong, places));
  } finally {
    end();
    asking = null;
    isApplying = false;
  }
}

// How far it is.
function tellProgress({ done, of }) {
  Object.assign(sending.querySelector('progress'), { value: done, max: Math.max(of, 1) });
  sending.querySelector('[data-done]').textContent = fill(words.SessionsDone, done, of);
}

// Until the first is done, which takes as long as the file takes to arrive and to be read, that it goes on is seen by the seconds.
function tellTime(what, mayStop) {
  const began = performance.now(), place = sending.querySelector('[data-seconds]');
  sending.querySelector('progress').removeAttribute('value');
  sending.querySelector('[data-done]').textContent = '';
  const tick = () => { place.textContent = fill(words.Seconds, Math.floor((performance.now() - began) / 1000)) };
  const timer = setInterval(tick, 1000);
  tick();
  sending.querySelector('[data-what]').textContent = what;
  sending.hidden = false;
  stop.hidden = !mayStop;
  for (const button of [go, fetches, ...report.querySelectorAll('button')]) button.disabled = true;
  return () => {
    clearInterval(timer);
    sending.hidden = true;
    for (const button of [go, fetches, ...report.querySelectorAll('button')]) button.disabled = false;
  };
}

stop.addEventListener('click', () => asking?.abort());

// ---- the report
function tell(body, dryRun, apply) {
  const parts = [make('h2', dryRun ? words.WhatWouldBecome : words.WhatBecame), make('p', fill(words.FormatIs, body.format)), counts(body)];
  const { caused, solved } = body.conflicts;
  parts.push(make('p', `${count(words.CausesConflicts, caused.length)} ${count(words.SolvesConflicts, solved.length)}`));
  if (caused.length) {
    const list = make('ul', undefined, { className: 'lines' });
    list.append(...caused.slice(0, shownConflicts).map(conflict => make('li', conflict.reason)));
    if (caused.length > shownConflicts) list.append(make('li', fill(words.AndMore, caused.length - shownConflicts)));
    parts.push(list);
  }
  const differing = body.changes.filter(change => change.fields.length);
  if (differing.length) parts.push(differences(differing));
  if (body.leftOut.length) parts.push(notes(words.LeftOut, body.leftOut));
  if (body.mended.length) parts.push(notes(words.Mended, body.mended));
  if (body.gone.length) parts.push(tableOf(words.Gone, [words.Code, words.Title, words.WhatBecame], body.gone.map(gone => [gone.code, gone.title, gone.cancelled ? words.GoneCancelled : words.GoneKept])));
  const acts = make('p', undefined, { className: 'acts' });
  if (dryRun) {
    const button = make('button', words.Apply, { type: 'button', className: 'btn go' });
    button.addEventListener('click', apply);
    acts.append(button);
  } else {
    acts.append(make('a', words.LookAtSessions, { className: 'btn go', href: form.dataset.sessions }));
  }
  parts.push(acts);
  report.replaceChildren(...parts);
  report.focus();
  if (!dryRun) say(words.Imported);
}

const counts = body => tallyOf(words.Counts, [words.What, words.New, words.Changed, words.AsBefore],
  [[words.Sessions, body], [words.Rooms, body.rooms], [words.Tracks, body.tracks], [words.Types, body.sessionTypes], [words.People, body.people]]
    .map(([name, tally]) => [name, tally.created, tally.updated, tally.unchanged]));

// Field by field: what stands here, what the file says, and which of the two it is to be.
const differences = changes => tableOf(words.Differences, [words.Where, words.What, words.FieldName, words.InTheProgramme, words.InTheFile, words.Becomes],
  changes.flatMap(change => change.fields.map(field => [change.where, change.name, field.field, field.here ?? '', field.file ?? '', `${field.taken === 'here' ? words.TakenHere : words.TakenFile}${field.edited ? ` (${words.EditedHere})` : ''}`])), { most: 500 });

// What is told of places is English.
const notes = (name, all) => tableOf(name, [words.Where, words.WhatStands, words.Why], all.map(note => [note.where, note.what, note.why]), { lang: 'en' });
