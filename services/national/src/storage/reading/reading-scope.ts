import { type Sql, sql } from '../sql';

/** What part of the registry may be read: all of it, one centre's patients, or none. */
export type ReadingScope =
  | { readonly kind: 'registry' }
  | { readonly kind: 'center'; readonly centerCode: string }
  | { readonly kind: 'nothing' };

/** The patients that may be shown, as a condition on `patients`. */
export function isVisible(scope: ReadingScope): Sql {
  return isInScope(scope, sql`patients.center_code`);
}

/** Whether a centre belongs to the scope, as a condition on the column that holds its code. */
export function isInScope(scope: ReadingScope, centerCode: Sql): Sql {
  switch (scope.kind) {
    case 'registry':
      return sql`true`;
    case 'center':
      return sql`${centerCode} = ${scope.centerCode}`;
    case 'nothing':
      return sql`false`;
  }
}
