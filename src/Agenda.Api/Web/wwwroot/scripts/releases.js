// Hears of releases as they come. All pages of a browser that can be seen share one stream where the browser can tell them apart.
const longest = 60_000;

/** Calls `hear` with every release that there is or comes, and with the last one whenever the connection shows that it lives; gives back how to stop. */
export function follow(slug, hear) {
  const name = `agenda-releases-${slug}`;
  let channel, listening;

  const told = release => {
    channel?.postMessage(release);
    hear(release);
  };

  const listen = signal => new Promise(done => {
    let source, timer, last, pause = 2_000;
    const connect = () => {
      source = new EventSource(`/api/v1/conferences/${encodeURIComponent(slug)}/releases/stream`);
      source.addEventListener('release', said => {
        pause = 2_000;
        last = JSON.parse(said.data);
        told(last);
      });
      source.addEventListener('ping', () => last && told(last));
      source.onerror = () => {
        // Browsers give up on a refusal and knock every three seconds else: neither is kind to a service that is busy.
        source.close();
        timer = setTimeout(connect, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, longest);
      };
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      done();
    });
    connect();
  });

  const close = () => {
    listening?.abort();
    channel?.close();
    listening = channel = null;
  };

  const turn = () => {
    close();
    if (document.hidden)
      return;

    listening = new AbortController();
    const { signal } = listening;
    channel = new BroadcastChannel(name);
    channel.onmessage = said => hear(said.data);
    // Only pages that came safely have locks; the others have a stream each.
    if (navigator.locks)
      navigator.locks.request(name, { signal }, () => listen(signal)).catch(() => {});
    else
      listen(signal);
  };

  document.addEventListener('visibilitychange', turn);
  turn();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close();
  };
}
