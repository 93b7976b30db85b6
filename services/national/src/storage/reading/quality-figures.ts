import {
  type Completeness,
  completenessOf,
  type ExpectedField,
  type FieldCounts,
  knownFieldExpectations,
} from '@registry-hub/shared/clinical';
import { type CalendarDate, columnName } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { completenessProperty } from '../completeness-columns';
import { selectRows } from '../run-sql';
import { sql, text } from '../sql';
import { isInScope, isVisible, type ReadingScope } from './reading-scope';

export interface CenterQualityFigures {
  readonly centerCode: string;
  readonly patients: number;
  readonly openQueries: number;
  /** Answered by the centre, and not closed yet. */
  readonly answeredQueries: number;
  /** Of the fields that the registry expects: how many there should be, and how many there are. */
  readonly completeness: Completeness;
  readonly lastNotifiedOn?: CalendarDate;
}

interface QualityRow extends Readonly<Record<string, unknown>> {
  readonly centerCode: string;
  readonly patients: number;
  readonly openQueries: number;
  readonly answeredQueries: number;
  readonly lastNotifiedOn: CalendarDate | null;
}

const countProperties = knownFieldExpectations.flatMap(({ name }) => [
  completenessProperty(name, 'expected'),
  completenessProperty(name, 'filled'),
]);
const sums = text(
  countProperties
    .map((property) => `coalesce(sum(case_completeness.${columnName(property)}), 0)::integer AS "${property}"`)
    .join(',\n             '),
);

/**
 * The figures of every centre of the scope, in code order.
 *
 * @param expected the fields that the registry expects
 */
export async function qualityByCenter(
  manager: EntityManager,
  scope: ReadingScope,
  expected: readonly ExpectedField[],
): Promise<readonly CenterQualityFigures[]> {
  const rows = await selectRows<QualityRow>(
    manager,
    sql`
      SELECT centers.center_code AS "centerCode", count(patients.patient_code)::integer AS patients,
             coalesce(sum(queries.open), 0)::integer AS "openQueries",
             coalesce(sum(queries.answered), 0)::integer AS "answeredQueries",
             max(failures.notified_on) AS "lastNotifiedOn",
             ${sums}
        FROM centers
        LEFT JOIN patients ON patients.center_code = centers.center_code AND ${isVisible(scope)}
        LEFT JOIN case_completeness ON case_completeness.patient_code = patients.patient_code
        LEFT JOIN failures ON failures.patient_code = patients.patient_code
        LEFT JOIN (
          SELECT data_queries.patient_code,
                 count(*) FILTER (WHERE data_queries.state = 'OPEN') AS open,
                 count(*) FILTER (WHERE data_queries.state = 'ANSWERED') AS answered
            FROM data_queries GROUP BY data_queries.patient_code
        ) AS queries ON queries.patient_code = patients.patient_code
       WHERE ${isInScope(scope, text('centers.center_code'))}
       GROUP BY centers.center_code ORDER BY centers.center_code`,
  );
  return rows.map((row) => ({
    centerCode: row.centerCode,
    patients: row.patients,
    openQueries: row.openQueries,
    answeredQueries: row.answeredQueries,
    completeness: completenessOf(countsOfRow(row), expected),
    ...(row.lastNotifiedOn !== null && { lastNotifiedOn: row.lastNotifiedOn }),
  }));
}

function countsOfRow(row: QualityRow): FieldCounts {
  const countOf = (property: string): number => Number(row[property]);
  return new Map(
    knownFieldExpectations.map(({ name }) => [
      name,
      { expected: countOf(completenessProperty(name, 'expected')), filled: countOf(completenessProperty(name, 'filled')) },
    ]),
  );
}
