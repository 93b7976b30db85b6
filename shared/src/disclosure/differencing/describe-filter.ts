import type { DateRange, IntegerRange, PatientFilter } from '../../statistics';

type Described = { readonly [F in Exclude<keyof PatientFilter, 'registry'>]-?: (value: NonNullable<PatientFilter[F]>) => string };

const list = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join(', '));

const descriptions: Described = {
  sex: (sexes) => `sex ${list(sexes)}`,
  ageAtDiagnosis: (range) => `age at diagnosis ${ageRange(range)}`,
  ageAtImatinibStart: (range) => `age at start of imatinib ${ageRange(range)}`,
  diagnosed: (range) => `diagnosed ${dateRange(range)}`,
  notifiedBy: (date) => `notified by ${date}`,
  imatinibLine: (lines) => `imatinib line ${list(lines)}`,
  failureCategory: (categories) => `failure category ${list(categories)}`,
  failureSubcategory: (subcategories) => `failure subcategory ${list(subcategories)}`,
  everInProspectiveStudy: (ever) => (ever ? 'ever in a prospective study' : 'never in a prospective study'),
  riskGroup: ({ score, groups }) => `${score} risk ${list(groups)}`,
  mutation: (variants) => `mutation ${list(variants)}`,
  disease: (codes) => `disease ${list(codes)}`,
  diseaseGroup: (groups) => `disease group ${list(groups)}`,
  freeze: (label) => `as frozen under ${label}`,
  recordStatus: (statuses) => `record status ${list(statuses)}`,
};

/** A filter in words, for people who read of it in a log. */
export function describeFilter(filter: PatientFilter): string {
  const parts = (Object.keys(descriptions) as (keyof Described)[]).map((field) => described(filter, field));
  return [filter.registry, ...parts.filter((part) => part !== undefined)].join('; ');
}

function described<F extends keyof Described>(filter: PatientFilter, field: F): string | undefined {
  const value = filter[field];
  return value === undefined ? undefined : (descriptions[field] as (given: typeof value) => string)(value);
}

function ageRange({ min, max }: IntegerRange): string {
  if (max === undefined) return min === undefined ? 'known' : `${min} or more`;
  return min === undefined ? `${max} or less` : `${min} to ${max}`;
}

function dateRange({ from, to }: DateRange): string {
  if (to === undefined) return from === undefined ? 'on a known day' : `from ${from}`;
  return from === undefined ? `until ${to}` : `from ${from} to ${to}`;
}
