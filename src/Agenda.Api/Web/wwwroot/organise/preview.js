// A text as readers will see it, under the field in which it is written.
import { call } from './call.js';
import { sayRefusal } from './said.js';

const api = document.querySelector('[data-conference-api]')?.dataset.conferenceApi;

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-preview]');
  if (!button) return;
  const shown = button.parentElement.nextElementSibling;
  if (shown?.matches('.preview')) {
    shown.remove();
    return button.setAttribute('aria-expanded', 'false');
  }

  try {
    const { body } = await call('POST', `${api}/text-previews`, { body: { text: document.getElementById(button.dataset.preview).value } });
    const place = Object.assign(document.createElement('div'), { className: 'preview prose' });
    // Nothing in it can run: the service lets no tags of authors through, and the page's policy no script.
    place.append(...new DOMParser().parseFromString(body.html, 'text/html').body.childNodes);
    button.parentElement.after(place);
    button.setAttribute('aria-expanded', 'true');
  } catch (refusal) {
    sayRefusal(refusal);
  }
});
