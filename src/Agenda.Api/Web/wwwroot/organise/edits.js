// Hears of everybody's edits, from whichever window and process.
const api = document.querySelector('[data-conference-api]')?.dataset.conferenceApi;
const asks = 15_000, settles = 250;

/** Calls `heard` a moment after edits, and `asked` now and then while the stream tells nothing and somebody looks. */
export function hearEdits(heard, asked) {
  let settling = 0, timer = 0, hasOpened = false;
  const soon = edit => {
    clearTimeout(settling);
    settling = setTimeout(heard, settles, edit);
  };
  const askNowAndThen = () => { timer ||= setInterval(() => { if (document.visibilityState === 'visible') asked() }, asks) };

  function listen() {
    const stream = new EventSource(`${api}/edits/stream`);
    stream.addEventListener('edit', said => soon(JSON.parse(said.data)));
    stream.addEventListener('many', () => soon(null));
    stream.addEventListener('open', () => {
      // Something may have been missed in between.
      if (hasOpened) soon(null);
      hasOpened = true;
      clearInterval(timer);
      timer = 0;
    });
    stream.addEventListener('error', () => {
      askNowAndThen();
      // Given up, not only interrupted: where there is a stream at all it is tried again later.
      if (stream.readyState === EventSource.CLOSED && hasOpened) setTimeout(listen, asks);
    });
    addEventListener('pagehide', () => stream.close(), { once: true });
  }

  listen();
}
