// What every page runs. Pages are complete without it; each module adds one thing that only a script can.
import './words.js';
import './clock.js';
import './newer.js';
import './stars.js';
import './kept.js';

if (document.querySelector('.clock[data-zone]'))
  import('./zones.js');
if (document.querySelector('.bar form[role=search]'))
  import('./search.js');
if (location.pathname.split('/')[1] === 'mine')
  import('./mine.js');
