import { OperatorError } from '../errors';
import { cellFault } from './cell-check';
import { instruments } from './instruments';

/** The codes that REDCap suggests in a project's settings, most of them null flavours of HL7 version 3. */
const suggested = new Set('NI INV UNK NASK ASKU NAV MSK NA NAVU NP QS QI TRC UNC DER PINF NINF OTH'.split(' '));
/** The other custom: no value of a registry is below zero. */
const BELOW_ZERO = /^-\d+$/;
/** What REDCap lets a missing-data code be made of. */
const CODE = /^[\w.-]+$/;

/** Whether a cell holds what projects use as a missing-data code. */
export function looksLikeMissingCode(cell: string): boolean {
  return suggested.has(cell) || BELOW_ZERO.test(cell);
}

/**
 * A project's missing-data codes, as the operator lists them: `-9,NA,UNK`.
 *
 * @throws OperatorError when one can't be such a code, or is a value that a field can hold
 */
export function missingCodes(list: string): ReadonlySet<string> {
  const codes = new Set(list.split(',').map((code) => code.trim()));
  for (const code of codes) {
    if (!CODE.test(code)) throw new OperatorError('--missing: expected codes with commas, as -9,NA,UNK.');
    const variable = fieldWithValue(code);
    if (variable !== undefined) {
      throw new OperatorError(`--missing: ${code} is a value of ${variable}, so it can't also say that the value is missing.`);
    }
  }
  return codes;
}

/** The first field that can hold this value; texts, which can hold nearly any, are not looked at. */
function fieldWithValue(code: string): string | undefined {
  const fields = instruments.flatMap(({ fields }) => fields).filter(({ type }) => type.kind !== 'text');
  return fields.find(({ type }) => (type.kind === 'boolean' ? code === '0' || code === '1' : cellFault(type, code) === undefined))
    ?.variable;
}
