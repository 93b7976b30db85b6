/**
 * Numbers that a state, an insurer or a telephone company gave a person. The forms are the issuers' own; check digits are not
 * computed, since a mistyped number still tells who is meant.
 */

/** Not within a word or a longer number, nor the number of a code such as `FR-001-0001`. */
const START = '(?<![\\p{L}\\d]|(?<![\\p{L}\\d])\\p{Lu}{2}-)';
const END = '(?![\\p{L}\\d])';
const DAY_AND_MONTH = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])';

const nationalForms: readonly RegExp[] = [
  // Nine or more digits, alone or in groups: NIR (FR, 13 or 15), CPR (DK), SVNR (AT), Steuer-ID (DE), Teudat Zehut (IL), BSN (NL),
  // personal numbers of Sweden, Norway, Poland, Belgium, Switzerland, and telephone numbers
  `${START}\\d(?:[ ./-]?\\d){8,}`,
  // Henkilötunnus (FI): day, month, year, century sign, three digits, check character
  `${START}${DAY_AND_MONTH}\\d{2}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]${END}`,
  // NIR of Corsica (FR): 2A or 2B is the department
  `${START}[1-478](?: ?\\d){4} ?2[AB](?: ?\\d){6}`,
  // Codice fiscale (IT); letters may stand for digits in a homonym's code
  `${START}[A-Z]{3} ?[A-Z]{3} ?[\\dL-NP-V]{2}[A-EHLMPRST][\\dL-NP-V]{2} ?[A-Z][\\dL-NP-V]{3} ?[A-Z]${END}`,
  // DNI and NIE (ES)
  `${START}(?:\\d{8}|[XYZ][ -]?\\d{7})[ -]?[A-Z]${END}`,
  // Rentenversicherungsnummer and Krankenversichertennummer (DE)
  `${START}\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}${END}`,
  `${START}[A-Z]\\d{9}${END}`,
  // National Insurance number (UK)
  `${START}[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]${END}`,
].map((form) => new RegExp(form, 'iu'));

const telephoneForms: readonly RegExp[] = [
  /\+\d(?:[ ./()-]{0,2}\d){6,}/u,
  new RegExp(`${START}0\\d(?:[ ./()-]{0,2}\\d){7,}`, 'u'),
  new RegExp(`${START}\\d{2}(?: \\d{2}){3}${END}`, 'u'),
  /(?<!\p{L})(?:tel|tél|telefon|phone|mobile|fax|tlf)\b[.:]? ?\d/iu,
];

/** Digits of the same look that name no person. */
const impersonal: readonly RegExp[] = [
  // EudraCT and EU CT numbers of trials
  /(?<!\d)(?:19|20)\d{2}-[05]\d{5}-\d{2}(?:-\d{2})?(?!\d)/gu,
  // positions in the genome, in the ISCN notation of arrays
  /\(\d[\d,]*[_-]\d[\d,]*\)/gu,
  // dates, which are judged for themselves, and times
  /(?<!\d)(?:18|19|20)\d{2}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?/gu,
  /(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:18|19|20)\d{2}(?!\d)(?: \d{2}:\d{2}(?::\d{2})?)?/gu,
  // a measured value with many decimals
  /^-?\d{1,7}\.\d+$/gu,
];

/** Whether a text holds what looks like a national personal number or a telephone number. */
export function holdsPersonalNumber(text: string): boolean {
  if (!/\d{2}/.test(text)) return false;
  const rest = impersonal.reduce((left, form) => left.replace(form, '_'), text);
  return nationalForms.some((form) => form.test(rest)) || telephoneForms.some((form) => form.test(rest));
}
