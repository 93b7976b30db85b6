import { fold } from './fold';
import { givenNames, honorifics, particles, surnames, thingWords } from './name-lists';

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?/gu;
const LABEL = /(?<!\p{L})(?:name|nom|pr[ée]nom|surname|(?:vor|nach)name|cognome|apellidos?|naam|navn)\s*[:=]/iu;
const BIRTH = /(?<!\p{L})(?:born on|née? le|geb(?:oren)?\.? am|nat[oa] il|nacid[oa] el|date of birth|dob)(?!\p{L})/iu;

/**
 * Whether a text holds what looks like a person's name: a common given name beside another capitalised word, an initial beside a
 * common surname, a title before a capitalised word, or the label of a name or birth. A heuristic: a rare name passes.
 */
export function holdsPersonName(text: string): boolean {
  if (LABEL.test(text) || BIRTH.test(text)) return true;
  const words = text.match(WORD)?.filter((word) => !particles.has(fold(word))) ?? [];
  return words.some((word, index) => {
    const next = words[index + 1];
    return next !== undefined && isNamePair(wordOf(word), wordOf(next));
  });
}

interface Word {
  readonly folded: string;
  readonly capitalised: boolean;
  readonly initial: boolean;
}

function wordOf(text: string): Word {
  const folded = fold(text).replace(/\.$/, '');
  return { folded, capitalised: /^\p{Lu}/u.test(text), initial: folded.length === 1 && text.endsWith('.') };
}

function isNamePair(first: Word, second: Word): boolean {
  if (thingWords.has(first.folded) || thingWords.has(second.folded)) return false;
  if (isKnown(first) && isKnown(second) && (isGiven(first) || isGiven(second))) return true;
  if (!first.capitalised || !second.capitalised) return false;
  if (honorifics.has(first.folded)) return second.folded.length > 1;
  return isGivenBeside(first, second) || isGivenBeside(second, first) || isInitialBeside(first, second) || isInitialBeside(second, first);
}

function isKnown(word: Word): boolean {
  return isGiven(word) || surnames.has(word.folded);
}

/** Of a double name such as Jean-Luc the first half is looked up. */
function isGiven({ folded }: Word): boolean {
  return givenNames.has(folded.split('-', 1)[0] ?? folded);
}

function isGivenBeside(given: Word, other: Word): boolean {
  return isGiven(given) && (other.folded.length > 1 || other.initial);
}

function isInitialBeside(initial: Word, surname: Word): boolean {
  return initial.initial && surnames.has(surname.folded);
}
