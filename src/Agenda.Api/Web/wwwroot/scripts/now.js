// What the time is: by the clock of the device, put right by that of the server where they are more than some seconds apart.
const kept = 'agenda-clock', tolerated = 4_000;
const waiting = new Set();
let ahead = 0;

export const now = () => Date.now() + ahead;

/** Takes the time from an answer that is no copy, and was asked for at some time of the device. */
export function hear(response, asked) {
  const said = Date.parse(response.headers.get('Date'));
  // It says whole seconds.
  const off = said + 500 - (asked + Date.now()) / 2;
  if (!said)
    return;

  const before = ahead;
  ahead = Math.abs(off) > tolerated ? off : 0;
  sessionStorage.setItem(kept, ahead);
  if (Math.abs(ahead - before) > tolerated)
    waiting.forEach(run => run());
}

/** Asks the server once a visit. */
export async function ask() {
  if (sessionStorage.getItem(kept) !== null) {
    ahead = +sessionStorage.getItem(kept);
    return;
  }
  const asked = Date.now();
  try {
    hear(await fetch('/static/now/sign.svg', { method: 'HEAD', cache: 'no-store' }), asked);
  } catch {
    // Without network the device knows best.
  }
}

/** Does something now and whenever a minute begins, while the page can be seen. */
export function everyMinute(act) {
  let timer;
  const run = () => {
    clearTimeout(timer);
    if (document.hidden)
      return;
    act();
    timer = setTimeout(run, 60_000 - now() % 60_000 + 20);
  };
  waiting.add(run);
  document.addEventListener('visibilitychange', run);
  run();
}
