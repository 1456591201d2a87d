// The words of the console's scripts in the language of the page.
const language = document.documentElement.lang;

export const { default: words } = await import(`./organise-words.${language}.js`);
