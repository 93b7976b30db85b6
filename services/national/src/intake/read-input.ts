import type { Column, RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import { holdsBrokenCharacters } from './broken-characters';
import { cellParser } from './cell-parser';
import { type Field, type FieldValue, missing } from './field';
import { type FieldFault, fieldFault } from './field-fault';
import { numberCheck } from './field-parsers';
import { type FileKind, type FileShape, shapeOfKind } from './file-shape';
import { joinCells } from './join-cells';
import { type Fields, hasRequired, recordGuard } from './record-guard';

/** A record's fields as a person or a program hands them in, one record by itself; null says the same as absent: not known. */
export type InputValues = Readonly<Record<string, FieldValue | null | undefined>>;

export interface InputFault extends FieldFault {
  readonly field: string;
}

export interface ReadInput<K extends RecordKind> {
  /** Without the fields that have a fault; undefined when one of them, or one that is not there, is required. */
  readonly record: RecordTypes[K] | undefined;
  /** The fields that could be read, whether or not they make a record. */
  readonly fields: Fields;
  readonly faults: readonly InputFault[];
}

/**
 * Reads one record that comes by itself, by the rules of its file's columns: the same types, ranges, forms and search for
 * identifying content as in a bundle. Fields that the format does not have are not read.
 */
export function readInput<K extends RecordKind>(kind: K, values: InputValues, country: string): ReadInput<K> {
  const shape = shapeOfKind(kind);
  const { fields, faults } = readFields(shape, Object.keys(shape.columns), values, country);
  return { record: recordGuard(kind)(fields) ? fields : undefined, fields, faults };
}

/** The same for a record of any file. */
export function readFileInput(
  shape: FileShape,
  values: InputValues,
  country: string,
): { readonly record: Fields | undefined; readonly faults: readonly InputFault[] } {
  const { fields, faults } = readFields(shape, Object.keys(shape.columns), values, country);
  return { record: hasRequired(shape.columns)(fields) ? fields : undefined, faults };
}

/** The natural key of a record as its values in key order, each as it is stored; undefined when no record can have it. */
export function readKey(kind: RecordKind, values: InputValues, country: string): readonly string[] | undefined {
  return readFileKey(shapeOfKind(kind), values, country);
}

/** The same for a record of any file. */
export function readFileKey(shape: FileShape, values: InputValues, country: string): readonly string[] | undefined {
  const { key } = shape;
  const { fields, faults } = readFields(shape, key, values, country);
  return faults.length === 0 ? key.map((field) => String(fields[field])) : undefined;
}

function readFields(
  { kind, columns, joined: parts = {} }: FileShape,
  names: readonly string[],
  values: InputValues,
  country: string,
): { readonly fields: Fields; readonly faults: readonly InputFault[] } {
  const fields: Record<string, FieldValue> = {};
  const faults: InputFault[] = [];
  const joined = new Map<string, string>();
  for (const [name, { column, into }] of Object.entries(parts)) {
    const read = readValue(kind, name, column, values[name] ?? '', country);
    if ('value' in read) joined.set(into, String(read.value));
    const fault = fieldFault(name, false, read);
    if (fault) faults.push({ field: name, ...fault });
  }
  for (const name of names) {
    const column = columns[name];
    if (!column) continue;
    const given = values[name] ?? '';
    const before = joined.get(name);
    const read = readValue(kind, name, column, before === undefined ? given : joinCells(before, String(given).trim()), country);
    if ('value' in read) fields[name] = read.value;
    const fault = fieldFault(name, column.required === true, read);
    if (fault) faults.push({ field: name, ...fault });
  }
  return { fields, faults };
}

/** A number is a number already; whatever else is read as the cell that would say the same. */
function readValue(kind: FileKind, name: string, column: Column, value: FieldValue, country: string): Field {
  if (typeof value === 'number' && (column.kind === 'integer' || column.kind === 'decimal')) {
    return numberCheck(column)(value, String(value));
  }
  const cell = String(value).trim();
  if (cell === '') return missing;
  if (holdsBrokenCharacters(cell)) return { invalid: 'NOT_UTF8', raw: cell, reason: 'holds characters that no UTF-8 text holds' };
  return cellParser(kind, name, column, country)(cell);
}
