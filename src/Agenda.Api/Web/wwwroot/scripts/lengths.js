import { words, fill } from './words.js';

/** "2 h 30 min" of minutes. */
export const lasting = minutes => minutes < 60 ? fill(words.Minutes, minutes)
  : minutes % 60 === 0 ? fill(words.Hours, minutes / 60)
  : fill(words.HoursAndMinutes, Math.floor(minutes / 60), minutes % 60);
