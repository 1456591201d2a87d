// What every page runs. Pages are complete without it; each module adds one thing that only a script can.
import './words.js';
import './clock.js';
import './newer.js';

if (document.querySelector('.clock[data-zone]'))
  import('./zones.js');
if (document.querySelector('.bar form[role=search]'))
  import('./search.js');
