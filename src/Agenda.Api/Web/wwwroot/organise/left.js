// What the page before had to say.
import { say } from './said.js';

const key = 'agenda-said', left = sessionStorage.getItem(key);
if (left) {
  sessionStorage.removeItem(key);
  say(left);
}
