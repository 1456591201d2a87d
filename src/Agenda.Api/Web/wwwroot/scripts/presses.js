// What is starred, and which presses the service does not know yet. Kept in a database of the browser, which all tabs and the worker share;
// where there is none (private windows), in the memory of the page.
const memory = { stars: new Map(), presses: new Map() };

export const changed = 'BroadcastChannel' in globalThis ? new BroadcastChannel('agenda-stars') : null;

const database = new Promise(resolve => {
  try {
    const opening = indexedDB.open('agenda', 1);
    opening.onupgradeneeded = () => ['stars', 'presses'].forEach(name => opening.result.createObjectStore(name));
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => resolve(null);
  } catch {
    resolve(null);
  }
});

/** Runs `work` on both stores in one transaction. */
async function within(mode, work) {
  const db = await database;
  if (!db) return;
  await new Promise((done, fail) => {
    const all = db.transaction(['stars', 'presses'], mode);
    all.oncomplete = done;
    all.onerror = all.onabort = () => fail(all.error);
    work(all.objectStore('stars'), all.objectStore('presses'));
  }).catch(() => { });
}

/** What the service knows, and what was pressed since, by session. */
export async function read() {
  if (!await database) return { stars: new Set(memory.stars.keys()), presses: new Map(memory.presses) };
  const stars = new Set(), presses = new Map();
  await within('readonly', (known, pressed) => {
    known.getAllKeys().onsuccess = event => event.target.result.forEach(id => stars.add(id));
    pressed.openCursor().onsuccess = ({ target: { result: at } }) => at && (presses.set(at.key, at.value), at.continue());
  });
  return { stars, presses };
}

/** The last press of a session counts. */
export async function press(id, on) {
  const value = { on, at: Date.now() };
  memory.presses.set(id, value);
  await within('readwrite', (_, presses) => presses.put(value, id));
  changed?.postMessage('');
}

/** The service took a press, or refused it; one that came meanwhile stays. */
export async function settle(id, at, on) {
  const set = stars => on ? stars.put(1, id) : stars.delete(id);
  if (memory.presses.get(id)?.at === at) memory.presses.delete(id);
  if (on) memory.stars.set(id, 1); else memory.stars.delete(id);
  await within('readwrite', (stars, presses) => {
    set(stars);
    presses.get(id).onsuccess = event => event.target.result?.at === at && presses.delete(id);
  });
  changed?.postMessage('');
}

/** What the service knows now. */
export async function know(ids) {
  memory.stars = new Map(ids.map(id => [id, 1]));
  await within('readwrite', stars => {
    stars.clear();
    ids.forEach(id => stars.put(1, id));
  });
  changed?.postMessage('');
}

/** Forgets all of it, on this device. */
export async function forget() {
  memory.stars.clear();
  memory.presses.clear();
  await within('readwrite', (stars, presses) => (stars.clear(), presses.clear()));
  changed?.postMessage('');
}
