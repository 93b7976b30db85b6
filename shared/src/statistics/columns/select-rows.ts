import { dayNumber } from '../../domain';
import type { CohortFilter, IntegerRange } from '../cohort-filter';
import type { Measure } from '../measures';
import { type RecordedVariable, variableDefinitions } from '../variables';
import { type CaseColumns, type FigureScope, MEMBER_OF, NO_DAY, NO_STEPS, OPTED_OUT } from './case-columns';

type RowTest = (row: number) => boolean;

/**
 * The rows of one country that a filter lets through, in row order.
 *
 * A row whose value is not known passes no restriction of that value.
 */
export function selectRows(columns: CaseColumns, country: string, filter: CohortFilter, scope: FigureScope): Uint32Array {
  if (filter.countries && !filter.countries.includes(country)) return new Uint32Array();
  const member = MEMBER_OF[filter.registry];
  const leftOut = scope === 'EUROPEAN' ? OPTED_OUT : 0;
  const tests = rowTests(columns, filter);
  const selected = new Uint32Array(columns.size);
  let count = 0;
  for (let row = 0; row < columns.size; row += 1) {
    const membership = columns.membership[row] ?? 0;
    if ((membership & member) === 0 || (membership & leftOut) !== 0) continue;
    if (tests.every((passes) => passes(row))) {
      selected[count] = row;
      count += 1;
    }
  }
  return selected.subarray(0, count);
}

function rowTests(columns: CaseColumns, filter: CohortFilter): readonly RowTest[] {
  const score = filter.riskGroup?.score;
  return [
    hasCode(columns, 'SEX', filter.sex),
    inRange(columns, 'AGE_AT_DIAGNOSIS', filter.ageAtDiagnosis),
    inRange(columns, 'AGE_AT_IMATINIB_START', filter.ageAtImatinibStart),
    onDays(columns.days.diagnosedOn, filter.diagnosed?.from, filter.diagnosed?.to),
    onDays(columns.days.notifiedOn, undefined, filter.notifiedBy),
    hasCode(columns, 'IMATINIB_LINE', filter.imatinibLine),
    hasCode(columns, 'FAILURE_CATEGORY', filter.failureCategory),
    hasCode(columns, 'FAILURE_SUBCATEGORY', filter.failureSubcategory),
    hasCode(
      columns,
      'EVER_IN_PROSPECTIVE_STUDY',
      filter.everInProspectiveStudy === undefined ? undefined : [String(filter.everInProspectiveStudy)],
    ),
    score && hasCode(columns, `${score}_GROUP`, filter.riskGroup?.groups),
    hasAnyCode(columns, 'MUTATION', filter.mutation),
    hasCode(columns, 'DISEASE', filter.disease),
    hasCode(columns, 'RECORD_STATUS', filter.recordStatus),
  ].filter((test) => test !== undefined);
}

function codesOf(name: RecordedVariable, wanted: readonly string[]): ReadonlySet<number> {
  const values: readonly string[] = variableDefinitions[name].values;
  return new Set(wanted.map((value) => values.indexOf(value)).filter((code) => code >= 0));
}

function hasCode(columns: CaseColumns, name: RecordedVariable, wanted: readonly string[] | undefined): RowTest | undefined {
  const codes = columns.codes[name];
  if (wanted === undefined || codes === undefined) return undefined;
  const accepted = codesOf(name, wanted);
  return (row) => accepted.has(codes[row] ?? -1);
}

function hasAnyCode(columns: CaseColumns, name: RecordedVariable, wanted: readonly string[] | undefined): RowTest | undefined {
  const column = columns.multiValued[name];
  if (wanted === undefined || column === undefined) return undefined;
  const accepted = codesOf(name, wanted);
  return (row) => column.codes.subarray(column.starts[row], column.starts[row + 1]).some((code) => accepted.has(code));
}

function inRange(columns: CaseColumns, name: Measure, range: IntegerRange | undefined): RowTest | undefined {
  if (range === undefined) return undefined;
  const { min = 0, max = Number.POSITIVE_INFINITY } = range;
  const steps = columns.steps[name];
  return (row) => {
    const value = steps[row] ?? NO_STEPS;
    return value !== NO_STEPS && value >= min && value <= max;
  };
}

function onDays(
  days: Int32Array,
  from: Parameters<typeof dayNumber>[0] | undefined,
  to: Parameters<typeof dayNumber>[0] | undefined,
): RowTest | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? NO_DAY + 1 : dayNumber(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
  return (row) => {
    const day = days[row] ?? NO_DAY;
    return day !== NO_DAY && day >= first && day <= last;
  };
}
