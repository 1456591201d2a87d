// What every page runs. Pages are complete without it; each module adds one thing that only a script can.
import './words.js';
import './stars.js';
import './kept.js';

if (location.pathname.split('/')[1] === 'mine') import('./mine.js');
