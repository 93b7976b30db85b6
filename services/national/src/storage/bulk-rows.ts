import { joinSql, type Sql, sql, text } from './sql';
import type { ColumnShape } from './table-shape';

/**
 * Many rows as one relation, an array parameter a column: `SELECT ... FROM unnest(...) AS incoming`, with these columns in this
 * order. What a row doesn't have is NULL.
 */
export function bulkRows(columns: readonly ColumnShape[], rows: readonly object[]): Sql {
  const arrays = columns.map((column) => sql`${valuesOf(column, rows)}::${text(column.isArray ? 'text' : column.type)}[]`);
  // unnest flattens arrays of arrays, so an array column travels as the literal that this cast reads
  const selected = columns.map((column) => `incoming.${column.name}${column.isArray ? `::${column.type}` : ''}`).join(', ');
  return sql`SELECT ${text(selected)} FROM unnest(${joinSql(arrays, ', ')}) AS incoming (${columnNames(columns)})`;
}

export function columnNames(columns: readonly ColumnShape[], prefix = ''): Sql {
  return text(columns.map(({ name }) => `${prefix}${name}`).join(', '));
}

function valuesOf(column: ColumnShape, rows: readonly object[]): unknown[] {
  const property = column.property as keyof object;
  if (!column.isArray) return rows.map((row) => row[property] ?? null);
  return rows.map((row) => arrayLiteral(row[property] as readonly string[]));
}

/** An array of texts as PostgreSQL writes it. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
