// What was done, or why it was not, in one place that is read out.
const place = document.getElementById('said') ?? document.createElement('div');

export function say(text, { bad = false, more = [] } = {}) {
  const note = document.createElement('p');
  note.className = bad ? 'note' : 'note good';
  note.append(text, ...more);
  place.replaceChildren(note);
  if (bad) note.scrollIntoView({ block: 'nearest' });
}

export const unsay = () => place.replaceChildren();

/** A refusal, with a way to sign in again where that is what is missing. */
export function sayRefusal(refusal) {
  if (!('status' in refusal)) throw refusal;
  const more = [];
  if (refusal.status === 401) {
    const link = Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', rel: 'opener', textContent: place.dataset.signIn });
    more.push(' ', link);
  }
  say(refusal.message, { bad: true, more });
}
