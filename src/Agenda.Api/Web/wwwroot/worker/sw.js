// Keeps copies of pages on the device, so that an agenda once opened is read without network. A page is kept together with all that it is drawn and
// run with, by addresses that name their content: so a copy is never half of one program and half of another.
'use strict';

const PAGES = 'agenda-pages', ASSETS = 'agenda-assets', BUNDLES = 'agenda-copies', READER = 'agenda-reader';
const PATIENCE = 3000, AT_ONCE = 2;
const KEPT_AT = 'x-agenda-kept';

// Whose they are, or what changes by itself.
const NEVER = /^\/(mine|account|sign-in|sign-out|organise|api|openapi|calendars|health|reading|static|sw\.js)(\/|$)|\.(ics|json|xml|php|webmanifest)$/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (/^\/static\/[^/]+\/[\w.-]+$/.test(url.pathname)) event.respondWith(asset(url.pathname));
  else if (request.mode === 'navigate' && url.pathname === '/mine') event.respondWith(fetch(request).catch(mine));
  else if (request.mode === 'navigate' && !NEVER.test(url.pathname)) page(event, url);
});

addEventListener('message', event => {
  const { keep: slug, read } = event.data ?? {};
  if (typeof read === 'string') event.waitUntil(take(new URL(read, location.origin)).catch(() => { }));
  if (typeof slug === 'string' && /^[\w-]+$/.test(slug)) event.waitUntil(conference(slug).catch(() => { }));
});

addEventListener('sync', event => {
  if (event.tag === 'agenda-stars') event.waitUntil(send());
});

// A page: from the network while that answers in time, else the copy.
function page(event, url) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then(answer => keep(url, answer.clone())).catch(() => { }));
  event.respondWith((async () => {
    const answer = await Promise.race([fresh.catch(() => null), new Promise(done => setTimeout(done, PATIENCE))]);
    if (answer && answer.status < 500) return answer;
    return await copy(url).catch(() => null) ?? answer ?? fresh;
  })());
}

// Only views of the whole: an address with a filter never takes the place of one without.
function keyOf(url) {
  const bare = new URL(url.pathname + url.search, location.origin);
  bare.searchParams.delete('lang');
  return NEVER.test(bare.pathname) || [...bare.searchParams.keys()].some(name => name !== 'day' && name !== 'view') ? null : bare.pathname + bare.search;
}

async function keep(url, answer) {
  const key = keyOf(url);
  if (!key || !answer.ok || answer.redirected || answer.headers.get('cache-control')?.includes('no-store') || !answer.headers.get('content-type')?.startsWith('text/html')) return;
  const html = await answer.text();
  await sameReader(html);
  await alone('shared', async () => {
    await whole(html);
    await (await caches.open(PAGES)).put(key, dated(html, answer));
  });
}

function dated(text, { headers: were }) {
  const headers = new Headers(were);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(KEPT_AT, new Date().toISOString());
  return new Response(text, { headers });
}

// So that nothing is swept away that a page is about to name.
const alone = (mode, work) => navigator.locks ? navigator.locks.request('agenda-copies', { mode }, work) : work();

async function take(url) {
  const answer = await fetch(url.pathname + url.search);
  if (!answer.ok) throw answer;
  await keep(url, answer);
}

// Copies in another language, clock or theme are of no use: what the reader chose last counts.
async function sameReader(html) {
  const tag = html.match(/<html[^>]*>/)?.[0] ?? '';
  const reader = ['lang', 'data-hours', 'data-theme'].map(name => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '').join('|');
  const cache = await caches.open(READER), before = await (await cache.match('/reader'))?.text();
  if (before === reader) return;
  await cache.put('/reader', new Response(reader));
  if (before !== undefined) await Promise.all([caches.delete(PAGES), caches.delete(BUNDLES)]);
}

const named = html => [...html.slice(0, html.indexOf('</head>')).matchAll(/(?:href|src)="(\/static\/[^/"]+\/[\w.-]+)"/g)].map(match => match[1]);

// All that a page names, and what its modules name.
async function whole(html) {
  const seen = new Set(named(html));
  for (const path of seen) {
    const answer = await asset(path);
    if (!isFinal(answer)) throw answer;
    if (path.endsWith('.js')) for (const [, name] of (await answer.text()).matchAll(/['"]\.\/([\w.-]+\.js)['"]/g)) seen.add(path.slice(0, path.lastIndexOf('/') + 1) + name);
  }
}

// Another program may answer under a name with what it has.
const isFinal = answer => answer.ok && answer.headers.get('cache-control')?.includes('immutable');

async function asset(path) {
  const cache = await caches.open(ASSETS).catch(() => null), kept = await cache?.match(path);
  if (kept) return kept;
  const answer = await fetch(path);
  if (isFinal(answer)) await cache?.put(path, answer.clone()).catch(() => { });
  return answer;
}

async function copy(url) {
  const key = keyOf(url), pages = await caches.open(PAGES);
  let found = key && await pages.match(key);
  if (!found && key && !url.search) found = await bundled(url.pathname);
  if (found) return marked(found);
  const day = url.searchParams.getAll('day').length === 1 ? `?day=${url.searchParams.get('day')}` : '?day=all';
  for (const instead of [day, '?day=all', '']) if (found = await pages.match(url.pathname + instead)) return marked(found, 'filter');
  return null;
}

async function marked(found, why) {
  const html = await found.text();
  return new Response(html.replace('<html ', `<html data-kept="${found.headers.get(KEPT_AT)}"${why ? ` data-kept-for="${why}"` : ''} `), { headers: found.headers });
}

const pageOf = (bundle, { frame: [begin, middle, end], theme }, title, main) => {
  const html = begin + title + middle + main + end;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': bundle.headers.get('content-security-policy') ?? "default-src 'none'" });
  headers.set(KEPT_AT, bundle.headers.get(KEPT_AT));
  return new Response(theme ? html.replace('<html ', `<html data-theme="${theme}" `) : html, { headers });
};

async function bundled(path) {
  const bundle = await (await caches.open(BUNDLES)).match(`/${path.split('/')[1]}/copy.json`);
  const all = bundle && await bundle.clone().json();
  return all?.pages[path] && pageOf(bundle, await themed(all), ...all.pages[path]);
}

async function themed(all) {
  const reader = await (await (await caches.open(READER)).match('/reader'))?.text() ?? '';
  return { frame: all.frame, theme: reader.split('|')[2] };
}

// The reader's own agenda is never kept: a page without anything, which a script fills from the copies.
async function mine() {
  const cache = await caches.open(BUNDLES);
  for (const key of await cache.keys()) {
    const bundle = await cache.match(key), all = await bundle.clone().json();
    if (all.frame.length > 0) return marked(pageOf(bundle, await themed(all), '', ''), 'mine');
  }
  return Response.error();
}

const underWay = new Map();

function conference(slug) {
  if (!underWay.has(slug)) underWay.set(slug, renew(slug).finally(() => underWay.delete(slug)));
  return underWay.get(slug);
}

// Everything of a conference, when something of it is new: a release, an erasure, another program or another language.
async function renew(slug) {
  const address = `/${slug}/copy.json`, had = await (await caches.open(BUNDLES)).match(address);
  const answer = await fetch(address, had ? { headers: { 'If-None-Match': had.headers.get('etag') } } : {});
  if (answer.status === 404 || answer.status === 410) return drop(slug, []);
  if (!answer.ok) return;
  const text = await answer.text(), { frame, lists } = JSON.parse(text);
  // The first by itself: it says how its reader reads.
  await take(new URL(lists[0], location.origin));
  for (let at = 1; at < lists.length; at += AT_ONCE) await Promise.all(lists.slice(at, at + AT_ONCE).map(list => take(new URL(list, location.origin))));
  await alone('exclusive', async () => {
    await whole(frame.join(''));
    await drop(slug, lists);
    await (await caches.open(BUNDLES)).put(address, dated(text, answer));
    await sweep();
  });
}

// What is older than what came.
async function drop(slug, but) {
  const pages = await caches.open(PAGES), bundles = await caches.open(BUNDLES);
  for (const { url } of await pages.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname.split('/')[1] === slug && !but.includes(pathname + search)) await pages.delete(url);
  }
  await bundles.delete(`/${slug}/copy.json`);
}

// Styles and scripts that no copy names any more.
async function sweep() {
  const used = new Set(), assets = await caches.open(ASSETS);
  for (const name of [PAGES, BUNDLES]) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const kept = await cache.match(key);
      for (const path of named(name === PAGES ? await kept.text() : (await kept.json()).frame.join(''))) used.add(path.endsWith('.js') ? path.slice(0, path.lastIndexOf('/')) : path);
    }
  }
  for (const { url } of await assets.keys()) {
    const path = new URL(url).pathname;
    if (!used.has(path) && !used.has(path.slice(0, path.lastIndexOf('/')))) await assets.delete(url);
  }
}

// Presses that were made without network; as the pages do it, in turn with them.
const send = () => navigator.locks.request('agenda-stars', async () => {
  const db = await new Promise((done, fail) => {
    const opening = indexedDB.open('agenda');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = fail;
  });
  const all = await new Promise((done, fail) => {
    const presses = [], reading = db.transaction('presses').objectStore('presses').openCursor();
    reading.onsuccess = ({ target: { result: at } }) => at ? (presses.push([at.key, at.value]), at.continue()) : done(presses);
    reading.onerror = fail;
  });
  for (const [id, { on, at }] of all) {
    const body = new URLSearchParams({ session: id, act: on ? 'put' : 'remove', ago: Math.max(0, Math.round((Date.now() - at) / 1000)) });
    const answer = await fetch('/mine/stars', { method: 'POST', headers: { Accept: 'application/json' }, body });
    // Refusals are told on a page.
    if (!answer.ok) continue;
    await new Promise(done => {
      const both = db.transaction(['stars', 'presses'], 'readwrite'), presses = both.objectStore('presses');
      both.oncomplete = both.onabort = done;
      on ? both.objectStore('stars').put(1, id) : both.objectStore('stars').delete(id);
      presses.get(id).onsuccess = event => event.target.result?.at === at && presses.delete(id);
    });
  }
});
