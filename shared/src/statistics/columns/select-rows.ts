import { type CalendarDate, dayNumber } from '../../domain';
import { canonicalText } from '../canonical-text';
import type { CohortFilter, IntegerRange } from '../cohort-filter';
import type { Measure } from '../measures';
import { type RecordedVariable, variableDefinitions } from '../variables';
import { type CaseColumns, type FigureScope, NO_CODE, NO_DAY, NO_STEPS, OPTED_OUT } from './case-columns';
import {
  emptyRowSet,
  intersectRowSets,
  type RowSet,
  rowsOf,
  rowsWithAnyCode,
  rowsWithCode,
  rowsWithDay,
  rowsWithFlags,
  rowsWithSteps,
} from './row-set';

/** Gives the rows of one restriction, worked out before or now. @param key what they follow from, besides the columns */
export type RememberRows = (key: string, select: () => RowSet) => RowSet;

const workOut: RememberRows = (_key, select) => select();

/** The rows of one country that a filter lets through, in row order. Whether the columns are of its freeze, the caller sees to. */
export function selectRows(
  columns: CaseColumns,
  country: string,
  filter: CohortFilter,
  scope: FigureScope,
  remember?: RememberRows,
): Uint32Array {
  return rowsOf(selectRowSet(columns, country, filter, scope, remember));
}

/**
 * The same as a set. Each restriction is one pass over a column: those that many filters share are worth remembering.
 *
 * A row whose value is not known passes no restriction of that value.
 */
export function selectRowSet(
  columns: CaseColumns,
  country: string,
  filter: CohortFilter,
  scope: FigureScope,
  remember: RememberRows = workOut,
): RowSet {
  if (filter.countries && !filter.countries.includes(country)) return emptyRowSet(columns.size);
  const members = remember(`${scope} ${filter.registry}`, () => membersOf(columns, filter.registry, scope));
  const restricted = Object.entries(restrictionsOf(columns, filter)).flatMap(([field, select]) =>
    select ? [remember(`${field} ${canonicalText(filter[field as keyof Restrictions])}`, select)] : [],
  );
  return intersectRowSets([members, ...restricted]);
}

type Restrictions = Readonly<Record<Exclude<keyof CohortFilter, 'registry' | 'countries' | 'freeze'>, (() => RowSet) | undefined>>;

function restrictionsOf(columns: CaseColumns, filter: CohortFilter): Restrictions {
  const { riskGroup, everInProspectiveStudy } = filter;
  return {
    sex: hasCode(columns, 'SEX', filter.sex),
    ageAtDiagnosis: inRange(columns, 'AGE_AT_DIAGNOSIS', filter.ageAtDiagnosis),
    ageAtImatinibStart: inRange(columns, 'AGE_AT_IMATINIB_START', filter.ageAtImatinibStart),
    diagnosed: onDays(columns, columns.days.diagnosedOn, filter.diagnosed?.from, filter.diagnosed?.to),
    notifiedBy: onDays(columns, columns.days.notifiedOn, undefined, filter.notifiedBy),
    imatinibLine: hasCode(columns, 'IMATINIB_LINE', filter.imatinibLine),
    failureCategory: hasCode(columns, 'FAILURE_CATEGORY', filter.failureCategory),
    failureSubcategory: hasCode(columns, 'FAILURE_SUBCATEGORY', filter.failureSubcategory),
    everInProspectiveStudy: hasCode(
      columns,
      'EVER_IN_PROSPECTIVE_STUDY',
      everInProspectiveStudy === undefined ? undefined : [String(everInProspectiveStudy)],
    ),
    riskGroup: riskGroup && hasCode(columns, `${riskGroup.score}_GROUP`, riskGroup.groups),
    mutation: hasAnyCode(columns, 'MUTATION', filter.mutation),
    disease: hasCode(columns, 'DISEASE', filter.disease),
    diseaseGroup: hasCode(columns, 'DISEASE_GROUP', filter.diseaseGroup),
    recordStatus: hasCode(columns, 'RECORD_STATUS', filter.recordStatus),
  };
}

/** Those of a sub-registry, without the ones that are kept out of figures of this scope. */
function membersOf({ registries, membership, size }: CaseColumns, registry: string, scope: FigureScope): RowSet {
  const index = registries.indexOf(registry);
  if (index < 0) throw new RangeError(`there is no sub-registry ${registry}`);
  const bit = 1 << index;
  // of the registry's bit and of those that keep a row out, the registry's is the only one set
  return rowsWithFlags(membership, bit | (scope === 'EUROPEAN' ? OPTED_OUT : 0), bit, size);
}

/** A 1 for each code that is wanted, by code; "not known" is never wanted. */
function flagsOf(name: RecordedVariable, wanted: readonly string[]): Uint8Array {
  const values: readonly string[] = variableDefinitions[name].values;
  const flags = new Uint8Array(NO_CODE + 1);
  for (const value of wanted) {
    const code = values.indexOf(value);
    if (code >= 0) flags[code] = 1;
  }
  return flags;
}

function hasCode({ codes, size }: CaseColumns, name: RecordedVariable, wanted: readonly string[] | undefined): (() => RowSet) | undefined {
  const column = codes[name];
  return wanted && column && (() => rowsWithCode(column, flagsOf(name, wanted), size));
}

function hasAnyCode(
  { multiValued, size }: CaseColumns,
  name: RecordedVariable,
  wanted: readonly string[] | undefined,
): (() => RowSet) | undefined {
  const column = multiValued[name];
  return wanted && column && (() => rowsWithAnyCode(column.starts, column.codes, flagsOf(name, wanted), size));
}

function inRange({ steps, size }: CaseColumns, name: Measure, range: IntegerRange | undefined): (() => RowSet) | undefined {
  if (range === undefined) return undefined;
  const { min = 0, max = Number.POSITIVE_INFINITY } = range;
  // steps are counted from 0: who is under it is not known
  return () => rowsWithSteps(steps[name], Math.max(min, NO_STEPS + 1), max, size);
}

function onDays(
  { size }: CaseColumns,
  days: Int32Array,
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): (() => RowSet) | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? NO_DAY + 1 : dayNumber(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
  return () => rowsWithDay(days, first, last, size);
}
