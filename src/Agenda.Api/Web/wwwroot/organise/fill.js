// Puts values in the place of {0}, {1}; takes "one|many" by number.
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

export const count = (forms, number) => fill(forms.split('|')[number === 1 ? 0 : 1] ?? forms, number);
