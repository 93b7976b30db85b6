import { type CalendarDate, dayNumber } from '../../domain';
import type { CohortFilter, IntegerRange } from '../cohort-filter';
import type { Measure } from '../measures';
import { type RecordedVariable, variableDefinitions } from '../variables';
import { type CaseColumns, type FigureScope, MEMBER_OF, NO_CODE, NO_DAY, NO_STEPS, OPTED_OUT } from './case-columns';

/**
 * Keeps, of the first `count` rows of a list, those that pass, moved to its front: each row is written, and written over by
 * the next when it does not pass, which is faster than a branch that goes either way. @returns how many passed
 */
type Restriction = (rows: Uint32Array, count: number) => number;

/**
 * The rows of one country that a filter lets through, in row order. Each restriction is one pass over what the ones before
 * left.
 *
 * A row whose value is not known passes no restriction of that value.
 */
export function selectRows(columns: CaseColumns, country: string, filter: CohortFilter, scope: FigureScope): Uint32Array {
  if (filter.countries && !filter.countries.includes(country)) return new Uint32Array();
  const rows = new Uint32Array(columns.size);
  let count = members(columns, MEMBER_OF[filter.registry], scope === 'EUROPEAN' ? OPTED_OUT : 0, rows);
  for (const restrict of restrictions(columns, filter)) count = restrict(rows, count);
  return rows.subarray(0, count);
}

function members({ membership, size }: CaseColumns, registry: number, leftOut: number, rows: Uint32Array): number {
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    // of the registry's bit and of those that keep a row out, the registry's is the only one set
    rows[count] = row;
    count += ((membership[row] ?? 0) & (registry | leftOut)) === registry ? 1 : 0;
  }
  return count;
}

function restrictions(columns: CaseColumns, filter: CohortFilter): readonly Restriction[] {
  const { riskGroup, everInProspectiveStudy } = filter;
  return [
    hasCode(columns, 'SEX', filter.sex),
    inRange(columns, 'AGE_AT_DIAGNOSIS', filter.ageAtDiagnosis),
    inRange(columns, 'AGE_AT_IMATINIB_START', filter.ageAtImatinibStart),
    onDays(columns.days.diagnosedOn, filter.diagnosed?.from, filter.diagnosed?.to),
    onDays(columns.days.notifiedOn, undefined, filter.notifiedBy),
    hasCode(columns, 'IMATINIB_LINE', filter.imatinibLine),
    hasCode(columns, 'FAILURE_CATEGORY', filter.failureCategory),
    hasCode(columns, 'FAILURE_SUBCATEGORY', filter.failureSubcategory),
    hasCode(columns, 'EVER_IN_PROSPECTIVE_STUDY', everInProspectiveStudy === undefined ? undefined : [String(everInProspectiveStudy)]),
    riskGroup && hasCode(columns, `${riskGroup.score}_GROUP`, riskGroup.groups),
    hasAnyCode(columns, 'MUTATION', filter.mutation),
    hasCode(columns, 'DISEASE', filter.disease),
    hasCode(columns, 'RECORD_STATUS', filter.recordStatus),
  ].filter((restriction) => restriction !== undefined);
}

function codesOf(name: RecordedVariable, wanted: readonly string[]): readonly number[] {
  const values: readonly string[] = variableDefinitions[name].values;
  return wanted.map((value) => values.indexOf(value)).filter((code) => code >= 0);
}

/** A 1 for each code that is wanted, by code; "not known" is never wanted. */
function flagsOf(name: RecordedVariable, wanted: readonly string[]): Uint8Array {
  const flags = new Uint8Array(NO_CODE + 1);
  for (const code of codesOf(name, wanted)) flags[code] = 1;
  return flags;
}

function hasCode(columns: CaseColumns, name: RecordedVariable, wanted: readonly string[] | undefined): Restriction | undefined {
  const codes = columns.codes[name];
  if (wanted === undefined || codes === undefined) return undefined;
  const accepted = flagsOf(name, wanted);
  return (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      rows[kept] = row;
      kept += accepted[codes[row] ?? 0] ?? 0;
    }
    return kept;
  };
}

function hasAnyCode(columns: CaseColumns, name: RecordedVariable, wanted: readonly string[] | undefined): Restriction | undefined {
  const column = columns.multiValued[name];
  if (wanted === undefined || column === undefined) return undefined;
  const { starts, codes } = column;
  const accepted = new Set(codesOf(name, wanted));
  return (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const end = starts[row + 1] ?? 0;
      let position = starts[row] ?? 0;
      while (position < end && !accepted.has(codes[position] ?? 0)) position += 1;
      if (position === end) continue;
      rows[kept] = row;
      kept += 1;
    }
    return kept;
  };
}

function inRange(columns: CaseColumns, name: Measure, range: IntegerRange | undefined): Restriction | undefined {
  if (range === undefined) return undefined;
  const { min = 0, max = Number.POSITIVE_INFINITY } = range;
  return between(columns.steps[name], NO_STEPS, min, max);
}

function onDays(days: Int32Array, from: CalendarDate | undefined, to: CalendarDate | undefined): Restriction | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
  return between(days, NO_DAY, first, last);
}

function between(values: Float64Array | Int32Array, unknown: number, min: number, max: number): Restriction {
  return (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0;
      const value = values[row] ?? unknown;
      rows[kept] = row;
      kept += value !== unknown && value >= min && value <= max ? 1 : 0;
    }
    return kept;
  };
}
