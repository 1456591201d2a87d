// <agenda-programme src="https://agenda.example.org/conference"> in any site: reads the public API and shows text, never markup, in a shadow
// of its own. What stands between the tags is shown until the agenda is there, and where it cannot be read.
const FILTERS = ['day', 'room', 'track', 'type', 'person', 'language', 'q'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; color-scheme: inherit; font: inherit; color: inherit }
  h3 { font-size: 1.25em; margin: 1.2em 0 .4em; line-height: 1.2 }
  ol { list-style: none; margin: 0; padding: 0; border-block-start: 2px solid }
  li { display: grid; grid-template-columns: 8.5em minmax(0, 1fr); gap: .1em 1em; padding-block: .55em; border-block-end: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
  time { font-variant-numeric: tabular-nums }
  a { color: inherit; font-weight: bold; text-underline-offset: .18em }
  a:focus-visible { outline: 3px solid; outline-offset: 2px }
  .detail { display: block; font-size: .9em; opacity: .85 }
  .off a { text-decoration: line-through }
  @media (max-width: 36rem) { li { grid-template-columns: minmax(0, 1fr) } }
`);

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  if (properties.part) made.setAttribute('part', properties.part);
  made.append(...children.filter(child => child != null && child !== ''));
  return made;
};

// Entered text may run in another direction than what is around it.
const isolated = text => text ? element('bdi', { textContent: text }) : null;

class AgendaProgramme extends HTMLElement {
  static observedAttributes = ['src', 'lang', ...FILTERS];
  #asked = null;

  connectedCallback() { this.#read(); }
  disconnectedCallback() { this.#asked?.abort(); }
  attributeChangedCallback() { if (this.isConnected) this.#read(); }

  get #words() {
    const language = (this.lang || this.closest('[lang]')?.lang || navigator.language).slice(0, 2);
    return { language, ...(WORDS[language] ?? WORDS.en) };
  }

  // Several attributes may change at once.
  async #read() {
    this.#asked?.abort();
    const { signal } = this.#asked = new AbortController();
    await Promise.resolve();
    if (signal.aborted || !this.getAttribute('src')) return;
    try {
      const page = new URL(this.getAttribute('src'), document.baseURI);
      const address = new URL(`/api/v1/conferences/${page.pathname.split('/')[1]}/agenda`, page);
      address.search = page.search;
      for (const filter of FILTERS)
        for (const value of this.getAttribute(filter)?.split(',') ?? []) address.searchParams.append(filter, value.trim());
      const answer = await fetch(address, { signal, credentials: 'omit' });
      if (!answer.ok) throw new Error((await answer.json()).detail);
      this.#show(await answer.json());
      this.dispatchEvent(new CustomEvent('agenda-shown'));
    } catch (error) {
      if (signal.aborted) return;
      if (!this.shadowRoot) console.warn('agenda-programme:', error.message);
      this.dispatchEvent(new CustomEvent('agenda-failed', { detail: error.message }));
    }
  }

  #show(agenda) {
    const words = this.#words;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const days = Map.groupBy(agenda.sessions, session => session.day ?? '');
    const parts = [...days].flatMap(([day, sessions]) => [
      element('h3', { part: 'day', textContent: day ? this.#day(day, words.language) : words.EmbedToBeAnnounced }),
      element('ol', { part: 'sessions' }, ...sessions.map(session => this.#session(session, words))),
    ]);
    root.replaceChildren(...(parts.length ? parts : [element('p', { part: 'none', textContent: words.EmbedNothing })]),
      element('p', { part: 'zone', className: 'detail', textContent: words.EmbedZone.replace('{0}', agenda.timeZone) }));
  }

  #session(session, words) {
    const cancelled = session.status === 'cancelled';
    const people = [...session.chairs, ...session.contributions.flatMap(c => c.authors.filter(a => a.presenting))];
    const names = [...new Map(people.map(p => [p.id, p.name])).values()];
    const time = session.start
      ? element('time', { part: 'time', dateTime: session.startUtc, textContent: `${this.#time(session.start, words.language)}–${this.#time(session.end, words.language)}` })
      : element('span', { part: 'time' });
    return element('li', { part: cancelled ? 'session cancelled' : 'session', className: cancelled ? 'off' : '' }, time,
      element('div', {},
        cancelled ? element('strong', { part: 'flag', textContent: `${words.EmbedCancelled} ` }) : null,
        element('a', { part: 'title', href: session.url, target: '_blank', rel: 'noopener', lang: session.language ?? '' }, isolated(session.title)),
        session.room ? element('span', { part: 'room', className: 'detail' }, isolated([session.room.name, session.room.building].filter(Boolean).join(', '))) : null,
        names.length ? element('span', { part: 'people', className: 'detail' }, isolated(names.join(', '))) : null));
  }

  // Wall times of the conference, whatever the zone of the device.
  #day(day, language) { return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`)); }
  #time(local, language) { return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${local}Z`)); }
}

customElements.get('agenda-programme') ?? customElements.define('agenda-programme', AgendaProgramme);
