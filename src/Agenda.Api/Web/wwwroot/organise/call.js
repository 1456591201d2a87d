// Calls of the API. Whatever goes wrong is thrown as a Refusal, with words for whoever reads the page.
import { words } from './organise-words.js';
import { fill } from './fill.js';

const me = '/api/v1/me';
let token = null;

export class Refusal extends Error {
  constructor(status, problem) {
    super(status === 0 ? words.NoNetwork : status === 401 ? words.SignedOut : status === 403 || status === 404 && problem.code === 'no-role' ? fill(words.NotAllowed, problem.detail ?? '')
      : status >= 500 ? words.ServerFailed : status === 429 ? words.TooMuchAtOnce : problem.detail ?? words.ServerFailed);
    // What is no number, no date or no choice is told by where it stands in the JSON.
    const [, unreadable] = /^The JSON at \$\.([\w.[\]]+)/.exec(problem.detail ?? '') ?? [];
    Object.assign(this, { status, problem, code: problem.code, errors: problem.errors ?? (unreadable ? { [unreadable]: [words.NotReadable] } : {}) });
  }

  /** Whether the same may go well a moment later. */
  get isPassing() { return this.status === 0 || this.status === 429 || this.status >= 500; }
}

/** The answer as { body, etag }. What is sent is made JSON, but for files. `etag` goes along as If-Match. With `hear` it is told how far a long one is. */
export async function call(method, path, { body, etag, signal, hear } = {}) {
  const reads = method === 'GET';
  for (let again = false; ; again = true) {
    const headers = { Accept: hear ? 'text/event-stream, application/json' : 'application/json', 'Accept-Language': document.documentElement.lang };
    if (!reads) headers['X-CSRF-Token'] = token ??= await freshToken();
    if (etag) headers['If-Match'] = etag;
    const isFile = body instanceof Blob;
    if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
    const answer = await ask(path, { method, headers, signal, body: body === undefined || isFile ? body : JSON.stringify(body) });
    if (answer.ok && answer.headers.get('Content-Type')?.startsWith('text/event-stream')) return { body: await outcome(answer, hear) };
    const said = answer.status === 204 ? null : await answer.json().catch(() => ({}));
    if (answer.ok) return { body: said, etag: answer.headers.get('ETag') };

    // Whoever signed in anew meanwhile, in another window, has another token.
    if (said?.code === 'forged-request' && !again) {
      token = null;
      continue;
    }
    if (answer.status === 401) token = null;
    throw new Refusal(answer.status, said ?? {});
  }
}

// The events of an answer that is told as it goes on, up to the one that ends it.
async function outcome(answer, hear) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let rest = '', part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (rest + part.value).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const name = /^event: ?(.*)$/m.exec(event)?.[1], data = JSON.parse(event.split('\n').filter(line => line.startsWith('data:')).map(line => line.slice(5)).join('\n') || 'null');
        if (name === 'refused') throw new Refusal(data.status, data);
        if (name === 'report') return data;
        hear(data);
      }
    }
  } catch (failure) {
    if (failure.name === 'AbortError' || failure instanceof Refusal) throw failure;
  }
  throw new Refusal(0, {});
}

/** All items of a list, page by page. */
export async function all(path) {
  const items = [];
  for (let after = ''; after !== null;) {
    const { body } = await call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=500${after && `&after=${encodeURIComponent(after)}`}`);
    items.push(...body.items);
    after = body.next ?? null;
  }
  return items;
}

async function freshToken() {
  const answer = await ask(me, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Refusal(answer.status, await answer.json().catch(() => ({})));
  return (await answer.json()).csrfToken;
}

async function ask(path, options) {
  try {
    return await fetch(path, { cache: 'no-store', ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal(0, {});
  }
}
