import { bundleFormat, type Column, columnName, type RecordKind } from '@registry-hub/shared/domain';
import { Check } from 'typeorm';

/** Whose code a field is: elsewhere its foreign key is guard enough. */
const codes: Readonly<Record<string, RecordKind>> = { patientCode: 'patient', centerCode: 'center' };

/** Guards a table by what the bundle's format says of its columns: closed vocabularies, hard ranges and written forms. */
export function FormatChecks(kind: RecordKind, table: string): ClassDecorator {
  const own = Object.entries<Column>(bundleFormat[kind].columns).filter(([field]) => (codes[field] ?? kind) === kind);
  return ColumnChecks(table, Object.fromEntries(own));
}

/** Guards a table by what is said of these columns, its owner's code left out. */
export function OwnedColumnChecks(table: string, columns: Readonly<Record<string, Column>>): ClassDecorator {
  return ColumnChecks(table, Object.fromEntries(Object.entries(columns).filter(([field]) => codes[field] === undefined)));
}

function ColumnChecks(table: string, columns: Readonly<Record<string, Column>>): ClassDecorator {
  return (entity) => {
    for (const [field, column] of Object.entries(columns)) {
      const name = columnName(field);
      const expression = expressionOf(name, column);
      if (expression !== undefined) Check(`${table}_${name}_check`, expression)(entity);
    }
  };
}

/** Restricts a column to a closed vocabulary. */
export function oneOf(name: string, values: readonly string[]): string {
  return `${name} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}

function expressionOf(name: string, column: Column): string | undefined {
  switch (column.kind) {
    case 'enum':
      return oneOf(name, column.values);
    case 'integer':
    case 'decimal':
      return `${name} BETWEEN ${column.hard.min} AND ${column.hard.max}`;
    case 'month':
      return `${name} ~ '^\\d{4}-(0[1-9]|1[0-2])$'`;
    case 'text':
      // JavaScript escapes a slash in a pattern, PostgreSQL has no need to
      return column.pattern && `${name} ~ '${column.pattern.source.replaceAll('\\/', '/')}'`;
    case 'date':
    case 'boolean':
      return undefined;
  }
}
