// The words of the scripts in the language of the page.
const language = document.documentElement.lang;

/** Words by their key; `fill` puts values in the place of {0}, {1}. */
export const { default: words } = await import(`./words.${language}.js`);

export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

/** "{0} session|{0} sessions" for a number. */
export const count = (forms, number) => fill(forms.split('|')[number === 1 ? 0 : 1], number);
