import { type Caller, roles } from '../identity';
import type { FieldArguments } from './center-codes';
import { covers } from './grant';
import { openFields, type RightsRow, rightsTable } from './rights-table';

/** Whether a caller may ask for a field with these arguments. */
export type Right = (caller: Caller, args: FieldArguments) => boolean;

/**
 * The right to a field by the table's name for it.
 *
 * @param country whose registry is asked; undefined for the hub itself
 * @param more rows for what a country's extensions add
 * @returns undefined for a field that no row names
 */
export function rightTo(field: string, country?: string, more: readonly RightsRow[] = []): Right | undefined {
  if (openFields.includes(field)) return () => true;
  const rows = [...rightsTable, ...more].filter(({ fields }) => fields.some((one) => one.field === field));
  if (rows.length === 0) return undefined;
  return (caller, args) => {
    const row = rows.find((one) => isMeant(one, field, args)) ?? rows.find((one) => isPlain(one, field));
    return row !== undefined && roles.some((role) => isGranted(row, role, caller, country, args));
  };
}

function isGranted(
  row: RightsRow,
  role: (typeof roles)[number],
  caller: Caller,
  country: string | undefined,
  args: FieldArguments,
): boolean {
  const grant = row.grants[role];
  return grant !== undefined && covers(role, grant, caller, country, args);
}

function isMeant({ fields }: RightsRow, field: string, args: FieldArguments): boolean {
  return fields.some((one) => one.field === field && one.where !== undefined && args[one.where.argument] === one.where.is);
}

function isPlain({ fields }: RightsRow, field: string): boolean {
  return fields.some((one) => one.field === field && one.where === undefined);
}
