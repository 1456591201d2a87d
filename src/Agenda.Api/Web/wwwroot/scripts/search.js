// Results while one types, under the form that finds the same without a script.
import { tellUntil } from './clock.js';

const form = document.querySelector('.bar form[role=search]'), typed = form.elements.q, bar = form.parentElement, main = bar.parentElement;
const hits = () => [...main.querySelectorAll('.row h4 a, .tile h4 a, .person h3 a')].filter(hit => hit.checkVisibility());
const patience = 200;
let shown = location.pathname + location.search, settled = shown, timer, asking, isWalking = false;

typed.setAttribute('aria-keyshortcuts', '/');
typed.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => go(false), patience);
});
form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  go(true);
});
addEventListener('popstate', () => {
  if (location.pathname + location.search === shown)
    return;

  typed.value = new URLSearchParams(location.search).get('q') ?? '';
  settled = location.pathname + location.search;
  show(settled);
});

function address() {
  const query = new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== 'q' || value.trim()));
  return form.getAttribute('action') + (query.size ? `?${query}` : '');
}

async function go(isSettled) {
  const wanted = address();
  if (wanted !== shown && !await show(wanted))
    return;

  if (!isSettled) {
    history.replaceState(null, '', wanted);
  } else if (wanted !== settled) {
    // The way back leads to what was there before one began to type.
    history.replaceState(null, '', settled);
    history.pushState(null, '', wanted);
    settled = wanted;
  }
}

// Whether the page now shows what is at an address; a later question makes an earlier one void.
async function show(wanted) {
  asking?.abort();
  const { signal } = asking = new AbortController();
  main.setAttribute('aria-busy', true);
  try {
    const response = await fetch(wanted, { signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('.bar form[role=search]')?.parentElement;
    if (!fresh || page.querySelector('script[src]')?.getAttribute('src') !== document.querySelector('script[src]').getAttribute('src')) {
      // Another page than this, or one of another version.
      location.assign(wanted);
      return false;
    }
    take(fresh);
    document.title = page.title;
    shown = wanted;
    return true;
  } catch (error) {
    if (error.name !== 'AbortError')
      location.assign(wanted);
    return false;
  } finally {
    if (asking.signal === signal)
      main.removeAttribute('aria-busy');
  }
}

// The form stays, so that what is typed and the caret do; and the line that tells how many there are, so that it is read out.
function take(freshBar) {
  const counted = main.querySelector('.hits'), freshMain = freshBar.parentElement, freshCounted = freshMain.querySelector('.hits');
  for (const name of ['.days', '.board']) {
    const [before, after] = [main.querySelector(name), freshMain.querySelector(name)];
    if (before && after) {
      after.toggleAttribute('open', before.hasAttribute('open'));
      before.replaceWith(after);
    }
  }
  tellUntil();

  const status = '[role=status]';
  counted.querySelector(status).replaceChildren(...freshCounted.querySelector(status).childNodes);
  for (const [kept, part, fresh] of [[form, bar, freshBar], [counted.querySelector(status), counted, freshCounted]]) {
    [...part.children].filter(child => child !== kept).forEach(child => child.remove());
    part.append(...[...fresh.children].filter(child => !child.matches(`form, ${status}`)));
  }

  const after = (one, until) => one && one !== until ? [one, ...after(one.nextElementSibling, until)] : [];
  after(bar.nextElementSibling, counted).forEach(old => old.remove());
  after(counted.nextElementSibling).forEach(old => old.remove());
  counted.before(...after(freshBar.nextElementSibling, freshCounted));
  counted.after(...after(freshCounted.nextElementSibling));
}

// "/" goes to the search, down to the first hit and on, up and Escape back.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return;

  const { activeElement: here } = document, all = hits(), at = all.indexOf(here);
  if (event.key === '/' && !here.matches('input, textarea, select')) {
    event.preventDefault();
    typed.focus();
    typed.select();
  } else if (event.key === 'ArrowDown' && here === typed && all.length) {
    event.preventDefault();
    isWalking = true;
    all[0].focus();
  } else if (isWalking && at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? typed : all[Math.min(next, all.length - 1)]).focus();
  } else if (isWalking && at >= 0 && event.key === 'Escape') {
    typed.focus();
  } else if (event.key === 'Escape' && here === typed && typed.value) {
    event.preventDefault();
    typed.value = '';
    clearTimeout(timer);
    go(false);
  }
});
document.addEventListener('focusin', () => isWalking &&= hits().includes(document.activeElement));

// What was typed before this module was there.
if (typed.value.trim() !== (new URLSearchParams(location.search).get('q') ?? '').trim())
  go(false);
