import { holdsBrokenCharacters } from './broken-characters';
import { type Field, missing } from './field';
import { type FieldFault, fieldFault } from './field-fault';
import { identifyingField } from './identifying-field';

export interface Remark {
  readonly text: string;
  readonly fault: FieldFault | undefined;
}

/**
 * Reads a sentence that a person writes about a record and that is kept beside it. It must be there, and tell nothing of who a
 * patient is; dates may stand in it, for they are what many corrections are about.
 */
export function readRemark(name: string, given: string): Remark {
  const text = given.trim();
  return { text, fault: fieldFault(name, true, readText(text)) };
}

function readText(text: string): Field {
  if (text === '') return missing;
  if (holdsBrokenCharacters(text)) return { invalid: 'NOT_UTF8', raw: text, reason: 'holds characters that no UTF-8 text holds' };
  return identifyingField(text, { names: true, dates: false }) ?? { value: text };
}
