import { DefaultNamingStrategy, type Table } from 'typeorm';
import { columnName } from '../domain';

/** Columns in snake case, as in the bundle; constraints and indexes by PostgreSQL's own habit, so that an error names what it is about. */
export class RegistryNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnName(propertyName);
  }

  override primaryKeyName(table: Table | string): string {
    return `${this.getTableName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columnNames: string[]): string {
    return `${this.getTableName(table)}_${columnNames.join('_')}_fkey`;
  }
}
