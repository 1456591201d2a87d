// Says that there is a newer release than the page shows, and leaves it to the reader when to see it.
import { words } from './words.js';
import { follow } from './releases.js';

const { slug, release } = document.querySelector('main').dataset;
if (release) {
  const bar = document.createElement('p');
  bar.className = 'newer';
  bar.setAttribute('role', 'status');
  document.body.append(bar);

  const stop = follow(slug, news => {
    if (news.release <= +release || bar.firstChild)
      return;

    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = words.ProgrammeHasChanged;
    // What a search made of the address in between counts.
    link.addEventListener('click', () => link.href = location.pathname + location.search);
    bar.append(link);
    stop?.();
  });
}
