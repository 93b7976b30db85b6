import type { DerivedCase, ElnEdition, ElnResponse, RiskGroup, RiskScoreName } from '@registry-hub/shared/domain';
import type { DerivedCaseEntity } from './entities';
import { withoutNulls } from './record-tables';

type FlatCase = Omit<DerivedCase, 'ineligibleBecause' | 'milestoneResponses' | 'scores'>;

/** A derived case as its table has it; reasons, classes of response and scores are in columns of their own. */
export function derivedCaseRow(derived: DerivedCase): object {
  const { ineligibleBecause, milestoneResponses, scores } = derived;
  return {
    // with the three that are no columns: leaving them out costs an import more than all the others
    ...derived,
    ineligibleRules: ineligibleBecause.map(({ rule }) => rule),
    ineligibleMessages: ineligibleBecause.map(({ message }) => message),
    milestoneClasses: milestoneClasses(milestoneResponses),
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
const apart: ReadonlySet<string> = new Set(['caseNumber', 'ineligibleRules', 'ineligibleMessages', 'milestoneClasses', ...scoreColumns]);

/** The inverse of {@link derivedCaseRow}. A whole table goes through it, so it makes one object a row. */
export function derivedCaseOfRow(row: DerivedCaseEntity): DerivedCase {
  const { ineligibleRules, ineligibleMessages, milestoneClasses: classes } = row;
  return Object.assign(withoutNulls(row, apart) as FlatCase, {
    ineligibleBecause: ineligibleRules.map((rule, index) => ({ rule, message: ineligibleMessages[index] ?? '' })),
    milestoneResponses: milestoneResponsesOf(classes),
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

type MilestoneResponses = NonNullable<DerivedCase['milestoneResponses']>;

function milestoneClasses(responses: MilestoneResponses = {}): readonly string[] {
  return Object.entries(responses).flatMap(([edition, byMonth]) =>
    Object.entries(byMonth).map(([month, response]) => `${edition}:${month}:${response}`),
  );
}

function milestoneResponsesOf(classes: readonly string[]): MilestoneResponses {
  const responses: { [E in ElnEdition]?: Record<number, ElnResponse> } = {};
  for (const text of classes) {
    const [edition, month, response] = text.split(':') as [ElnEdition, string, ElnResponse];
    responses[edition] = { ...responses[edition], [Number(month)]: response };
  }
  return responses;
}
