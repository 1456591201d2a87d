// Longer than this nothing else should have to wait.
const atOnce = 12;

// Does something with each of many things, a few at a time, as long as it is wanted.
export async function inTurns(things, act, wanted) {
  let since = performance.now();
  for (const thing of things) {
    if (performance.now() - since > atOnce) {
      await new Promise(resolve => setTimeout(resolve));
      if (!wanted())
        return;
      since = performance.now();
    }
    act(thing);
  }
}
