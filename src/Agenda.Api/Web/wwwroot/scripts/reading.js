// How the reader of the page reads times: the same words and clock as the server's.
const { lang, dataset } = document.documentElement;

export const locale = lang === 'en' ? 'en-GB' : lang;

const clock = dataset.hours === '12' ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' };

/** "14:30" or "2:30 pm" of a moment, by the clocks of a zone. */
export const timeIn = zone => new Intl.DateTimeFormat('en-GB', { ...clock, minute: '2-digit', timeZone: zone }).format;

/** "2027-01-11T14:30" of a moment, by the clocks of a zone. */
export const wallIn = zone => {
  const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return moment => iso.format(moment).replace(' ', 'T');
};

/** "GMT", "CET", or "UTC+9" where no language that we know has letters for it. */
export function abbreviation(zone, moment) {
  const names = ['en-GB', 'en-US', 'en-IE', 'en-AU', 'en-IN', 'en-ZA'].map(tag => new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(moment).find(part => part.type === 'timeZoneName').value);
  return names.find(name => !/\d/.test(name)) ?? names[0].replace('GMT', 'UTC');
}
