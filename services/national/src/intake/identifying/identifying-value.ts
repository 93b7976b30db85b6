import { holdsFullDate } from './full-date';
import { holdsPersonalNumber } from './national-numbers';
import { holdsPersonName } from './person-name';
import { plainForm } from './text-form';

const EMAIL = /(?<=[\p{L}\d._%+'-])@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/u;

/** Which contents a text is searched for beyond e-mail addresses and personal numbers, which stand nowhere. */
export interface IdentifyingSearch {
  readonly names: boolean;
  readonly dates: boolean;
}

/**
 * What a text holds that would tell who a patient is, in words; undefined when nothing looks like it. Judged by look alone: a rare
 * name passes, and a nine-digit laboratory number does not.
 */
export function identifyingContent(text: string, search: IdentifyingSearch): string | undefined {
  const plain = plainForm(text);
  if (EMAIL.test(plain)) return 'an e-mail address';
  if (search.dates && holdsFullDate(plain)) return 'a full date, as of a birth';
  if (holdsPersonalNumber(plain)) return 'a national or telephone number';
  if (search.names && holdsPersonName(plain)) return "a person's name";
  return undefined;
}
