import type { InvalidField } from './field';
import { type IdentifyingSearch, identifyingContent } from './identifying';

/** The cell as an invalid field when it holds what would tell who a patient is. */
export function identifyingField(cell: string, search: IdentifyingSearch): InvalidField | undefined {
  const content = identifyingContent(cell, search);
  return content === undefined ? undefined : identifiedBy(content, cell);
}

/** An invalid field that names what was found, and never the cell. */
export function identifiedBy(content: string, raw: string): InvalidField {
  return { invalid: 'IDENTIFYING_VALUE', raw, reason: `holds what looks like ${content}; it must not be handed over, leave it out` };
}
