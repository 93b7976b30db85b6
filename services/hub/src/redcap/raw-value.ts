import type { Column } from '@registry-hub/shared/domain';
import { type CellFault, cellFault } from './cell-check';
import { looksLikeMissingCode } from './missing-codes';
import { plainLabel } from './plain-label';

/** A cell in its other form, or why it has none. */
export type Translated = { readonly value: string } | CellFault;

/** The raw codes of a REDCap field of type `yesno`. */
const yesNo: Readonly<Record<string, string>> = { '1': 'true', '0': 'false' };
const yesNoLabels = ['yes', 'no', 'true', 'false'];

/** The bundle's cell for the raw value of a REDCap field; the cell is not empty. */
export function fromRaw(type: Column, raw: string): Translated {
  const value = type.kind === 'boolean' ? (yesNo[raw] ?? '') : raw;
  const fault = cellFault(type, value);
  if (looksLikeMissingCode(raw) && (fault !== undefined || type.kind === 'text')) {
    return { rule: 'UNKNOWN_MISSING_CODE', reason: "holds a missing-data code; name the project's codes with --missing" };
  }
  if (fault === undefined) return { value };
  if (isLabel(type, raw)) return { rule: 'LABEL_NOT_CODE', reason: 'holds the label of a choice; export raw data, not labels' };
  return type.kind === 'boolean' ? { rule: 'UNKNOWN_CHOICE', reason: 'must be 1 (yes) or 0 (no)' } : fault;
}

/** The raw value of a REDCap field for a cell of a bundle; the cell is not empty. */
export function toRaw(type: Column, cell: string): Translated {
  const fault = cellFault(type, cell);
  if (fault !== undefined) return fault;
  if (type.kind === 'text' && looksLikeMissingCode(cell)) {
    return { rule: 'UNKNOWN_MISSING_CODE', reason: 'holds what REDCap takes for a missing-data code; leave it empty when it is not known' };
  }
  if (type.kind !== 'boolean') return { value: cell };
  return { value: cell === 'true' ? '1' : '0' };
}

function isLabel(type: Column, raw: string): boolean {
  const told = raw.toLowerCase();
  if (type.kind === 'boolean') return yesNoLabels.includes(told);
  return type.kind === 'enum' && type.values.some((value) => plainLabel(value).toLowerCase() === told);
}
