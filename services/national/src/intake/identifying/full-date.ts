/** A day, a month and a year, as people write them. */
const dateForms: readonly RegExp[] = [
  // 1956-06-12, 1956/6/12, 19560612
  /(?<![\p{L}\d])(?:18|19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/u,
  /(?<![\p{L}\d])(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/u,
  // 12.06.1956, 6/12/1956, 12-06-56
  /(?<![\p{L}\d])(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|[12]\d|3[01])\1(?:18|19|20)\d{2}(?!\d)/u,
  /(?<![\p{L}\d])(?:0[1-9]|[12]\d|3[01])([-./])(?:0[1-9]|[12]\d|3[01])\1\d{2}(?!\d)/u,
  // 12 June 1956, 12. Juni 1956, June 12, 1956: English, German, French, Italian, Spanish, Dutch, Danish, Finnish
  /(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|er)? ?(?:de )?(?:jan|feb|f[ée]v|mar|m[äa]r|maa|apr|avr|abr|huh|ma[iyj]|mag|tou|jun|jui|giu|kes|jul|lug|hei|aug|ao[ûu]|ago|elo|sep|set|syy|o[ck]t|ott|lok|nov|mar|de[cz]|d[ée]c|dic|jou|gen|ene|tam|hel)\p{L}*\.?,? ?(?:de )?(?:18|19|20)\d{2}(?!\d)/iu,
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:18|19|20)\d{2}(?!\d)/iu,
];

/** Whether a text holds a day of a year, in whatever order and language. */
export function holdsFullDate(text: string): boolean {
  return /\d/.test(text) && dateForms.some((form) => form.test(text));
}

/** Whether a text holds a day of this very month (`1956-06`), in whatever order. */
export function holdsDayOf(month: string, text: string): boolean {
  if (!holdsFullDate(text)) return false;
  const [year = '', monthOfYear = ''] = month.split('-');
  const numbers = Array.from(text.matchAll(/\d+/g), ([digits]) => digits);
  const apart = numbers.includes(year) && numbers.some((number) => Number(number) === Number(monthOfYear));
  return apart || numbers.some((number) => number.length === 8 && number.startsWith(year + monthOfYear));
}
