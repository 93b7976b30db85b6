import type { DerivedCase, RiskGroup, RiskScoreName } from '@registry-hub/shared/domain';
import type { DerivedCaseEntity } from './entities';
import { withoutNulls } from './record-tables';

type FlatCase = Omit<DerivedCase, 'ineligibleBecause' | 'scores'>;

/** A derived case as its table has it, scores and reasons in columns of their own. */
export function derivedCaseRow({ ineligibleBecause, scores, ...flat }: DerivedCase): object {
  return {
    ...flat,
    ineligibleRules: ineligibleBecause.map(({ rule }) => rule),
    ineligibleMessages: ineligibleBecause.map(({ message }) => message),
    sokal: scores.SOKAL?.value,
    sokalGroup: scores.SOKAL?.group,
    hasford: scores.HASFORD?.value,
    hasfordGroup: scores.HASFORD?.group,
    eutos: scores.EUTOS?.value,
    eutosGroup: scores.EUTOS?.group,
    elts: scores.ELTS?.value,
    eltsGroup: scores.ELTS?.group,
  } satisfies { [P in Exclude<keyof DerivedCaseEntity, keyof FlatCase>]: unknown };
}

const scoreColumns = ['sokal', 'sokalGroup', 'hasford', 'hasfordGroup', 'eutos', 'eutosGroup', 'elts', 'eltsGroup'];
/** Columns that a derived case does not have as fields. */
const apart: ReadonlySet<string> = new Set(['caseNumber', 'ineligibleRules', 'ineligibleMessages', ...scoreColumns]);

/** The inverse of {@link derivedCaseRow}. A whole table goes through it, so it makes one object a row. */
export function derivedCaseOfRow(row: DerivedCaseEntity): DerivedCase {
  const { ineligibleRules, ineligibleMessages } = row;
  return Object.assign(withoutNulls(row, apart) as FlatCase, {
    ineligibleBecause: ineligibleRules.map((rule, index) => ({ rule, message: ineligibleMessages[index] ?? '' })),
    scores: {
      ...score('SOKAL', row.sokal, row.sokalGroup),
      ...score('HASFORD', row.hasford, row.hasfordGroup),
      ...score('EUTOS', row.eutos, row.eutosGroup),
      ...score('ELTS', row.elts, row.eltsGroup),
    },
  });
}

function score(name: RiskScoreName, value: number | null, group: string | null): DerivedCase['scores'] {
  return value === null ? {} : { [name]: { value, group: group as RiskGroup } };
}
