import { bundleFormat, type Column, columnName, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { ExtensionFormat, ExtensionRecord } from '../extension';
import { guardFormula } from '../intake';

type Value = string | number | boolean | undefined;

/** The header line of a kind's file: all columns of the format, in its order. */
export function headerLine(kind: RecordKind): string {
  return headerOf(bundleFormat[kind].columns);
}

/** A record as a line of its file (RFC 4180, LF): a value has one form, what is not known is empty. */
export function recordLine<K extends RecordKind>(kind: K, record: RecordTypes[K]): string {
  return lineOf(bundleFormat[kind].columns, { ...record });
}

/** The header line of an extension's file. */
export function extensionHeader({ columns }: ExtensionFormat): string {
  return headerOf(columns);
}

/** A record of an extension as a line of its file, in the same form. */
export function extensionLine({ columns }: ExtensionFormat, record: ExtensionRecord): string {
  return lineOf(columns, record);
}

function headerOf(columns: object): string {
  return `${Object.keys(columns).map(columnName).join(',')}\n`;
}

function lineOf(columns: Readonly<Record<string, Column>>, values: Readonly<Record<string, Value>>): string {
  return `${Object.entries(columns)
    .map(([field, { kind }]) => cellOf(values[field], kind))
    .join(',')}\n`;
}

function cellOf(value: Value, type: Column['kind']): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return decimal(value);
  return quoted(type === 'text' ? guardFormula(String(value)) : String(value));
}

const NEEDS_QUOTES = /[",\r\n]/;

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fewest digits that read as the same number, without the exponent that a bundle doesn't know. */
function decimal(value: number): string {
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const power = Number(exponent);
  const digits = `${whole}${fraction}`;
  return power < 0 ? `${sign}0.${'0'.repeat(-power - 1)}${digits}` : `${sign}${digits.padEnd(power + 1, '0')}`;
}
