import type { FailureSubcategory, QueryState, RecordStatus, Severity, Sex, VitalStatus } from '@registry-hub/shared/domain';
import { joinSql, type Sql, sql } from '../sql';

/** Several values of one field: any of them. An absent field filters nothing. */
export interface PatientFilter {
  readonly center?: string;
  readonly sex?: readonly Sex[];
  readonly recordStatus?: readonly RecordStatus[];
  /** As the centre reported it. */
  readonly failureSubcategory?: readonly FailureSubcategory[];
  readonly vitalStatus?: readonly VitalStatus[];
  readonly hasOpenQueries?: boolean;
}

export interface DataQueryFilter {
  readonly state?: readonly QueryState[];
  readonly rule?: readonly string[];
  readonly center?: string;
  readonly patientCode?: string;
  readonly severity?: readonly Severity[];
}

/** The filter as a condition on `patients`. */
export function patientCondition({ center, sex, recordStatus, failureSubcategory, vitalStatus, hasOpenQueries }: PatientFilter): Sql {
  const open = sql`EXISTS (
    SELECT FROM data_queries WHERE data_queries.patient_code = patients.patient_code AND data_queries.state = 'OPEN')`;
  return all([
    center !== undefined && sql`patients.center_code = ${center}`,
    sex && sql`patients.sex = ANY(${sex}::text[])`,
    recordStatus && sql`patients.record_status = ANY(${recordStatus}::text[])`,
    vitalStatus && sql`patients.vital_status = ANY(${vitalStatus}::text[])`,
    failureSubcategory &&
      sql`EXISTS (
        SELECT FROM failures WHERE failures.patient_code = patients.patient_code
           AND failures.reported_subcategory = ANY(${failureSubcategory}::text[]))`,
    hasOpenQueries !== undefined && (hasOpenQueries ? open : sql`NOT ${open}`),
  ]);
}

/** The filter as a condition on `data_queries`, and on the `patients` they are about. */
export function dataQueryCondition({ state, rule, center, patientCode, severity }: DataQueryFilter): Sql {
  return all([
    state && sql`data_queries.state = ANY(${state}::text[])`,
    rule && sql`data_queries.rule = ANY(${rule}::text[])`,
    severity && sql`data_queries.severity = ANY(${severity}::text[])`,
    patientCode !== undefined && sql`data_queries.patient_code = ${patientCode}`,
    center !== undefined && sql`patients.center_code = ${center}`,
  ]);
}

function all(conditions: readonly (Sql | false | undefined)[]): Sql {
  return joinSql([sql`true`, ...conditions.filter((condition): condition is Sql => Boolean(condition))], ' AND ');
}
