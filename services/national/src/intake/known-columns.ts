import { type Column, type ColumnType, columnName } from '@registry-hub/shared/domain';
import { cellParser } from './cell-parser';
import type { FieldParser } from './field';
import type { FileKind, FileShape } from './file-shape';
import { unguardFormula } from './formula-cells';
import { remember } from './remember';

/** A column of the bundle format, ready to read its cells. */
export interface KnownColumn {
  /** The record's field. */
  readonly field: string;
  /** The column's name in the file. */
  readonly name: string;
  readonly required: boolean;
  readonly parse: FieldParser;
  /** The field that the cell becomes part of; it makes none by itself. */
  readonly into?: string;
}

/** The columns of one file by their names. */
export type KnownColumns = ReadonlyMap<string, KnownColumn>;

/** How many answers each column remembers: more than a large registry has patients. */
const REMEMBERED = 250_000;

/**
 * The columns of each file, for the registry of one country. Columns of one type share what they remember, so that a
 * patient's code is one text in memory, however many rows of however many files bear it.
 */
export function knownColumns(country: string): (shape: FileShape) => KnownColumns {
  const shared = new Map<ColumnType, FieldParser>();
  const parserOf = (kind: FileKind, field: string, type: Column): FieldParser => {
    const parser = type.kind === 'text' ? guardedParser(cellParser(kind, field, type, country)) : cellParser(kind, field, type, country);
    // Measured values seldom repeat, and a number read is no text to share
    if (type.kind === 'integer' || type.kind === 'decimal') return parser;
    const parse = shared.get(type) ?? remember(parser, REMEMBERED);
    // What may stand in a free text depends on whose text it is
    if (type.kind !== 'text' || type.pattern) shared.set(type, parse);
    return parse;
  };
  const known = (kind: FileKind, field: string, type: Column): KnownColumn => ({
    field,
    name: columnName(field),
    required: type.required === true,
    parse: parserOf(kind, field, type),
  });
  return ({ kind, columns, joined = {} }) => {
    const own = Object.entries(columns).map(([field, type]) => known(kind, field, type));
    const others = Object.entries(joined).map(([field, { column, into }]) => ({ ...known(kind, field, column), into }));
    return new Map([...own, ...others].map((column) => [column.name, column]));
  };
}

function guardedParser(parse: FieldParser): FieldParser {
  return (cell) => parse(unguardFormula(cell));
}
