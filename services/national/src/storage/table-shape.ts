import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

export interface ColumnShape {
  /** The entity's property, and the field of what is stored. */
  readonly property: string;
  readonly name: string;
  /** As PostgreSQL spells it, `text[]` for an array. */
  readonly type: string;
  readonly isArray: boolean;
}

/** What writing rows in bulk needs to know of a table. */
export interface TableShape {
  readonly name: string;
  readonly key: readonly ColumnShape[];
  /** Key columns first. */
  readonly columns: readonly ColumnShape[];
}

/** The shape of an entity's table, or of those of its columns that are named. */
export function tableShape<T extends ObjectLiteral>(
  dataSource: DataSource,
  entity: EntityTarget<T>,
  properties?: readonly string[],
): TableShape {
  const metadata = dataSource.getMetadata(entity);
  const chosen = metadata.columns.filter(({ propertyName }) => properties?.includes(propertyName) ?? true);
  const shapes = chosen.map((column) => {
    const type = dataSource.driver.normalizeType(column);
    return {
      property: column.propertyName,
      name: column.databaseName,
      type: column.isArray ? `${type}[]` : type,
      isArray: column.isArray,
      isKey: column.isPrimary,
    };
  });
  const key = shapes.filter(({ isKey }) => isKey);
  return { name: metadata.tableName, key, columns: [...key, ...shapes.filter(({ isKey }) => !isKey)] };
}
