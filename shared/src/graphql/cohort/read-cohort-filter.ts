import { normalizeVariant } from '../../clinical';
import { FREEZE_LABEL, FREEZE_LABEL_RULE } from '../../domain';
import { badUserInput, type InputProblem } from '../../errors';
import { type CohortFilter, defaultRegistry, OTHER_VALUE, variableDefinitions } from '../../statistics';
import type { CohortFilterInput, DateRange, IntRange } from './cohort-filter-input';

/**
 * The filter a client sent, in the form that travels to the countries: what was left out or null is absent.
 *
 * @throws HubError BAD_USER_INPUT that names every fault
 */
export function readCohortFilter(input: CohortFilterInput | undefined): CohortFilter {
  if (!input) return { registry: defaultRegistry };
  const { riskGroup, freeze, ageAtDiagnosis, ageAtImatinibStart, diagnosed, ...plain } = input;
  const mutation = plain.mutation?.map((text) => normalizeVariant(text) ?? text);
  const problems = [
    ...rangeProblems('ageAtDiagnosis', ageAtDiagnosis),
    ...rangeProblems('ageAtImatinibStart', ageAtImatinibStart),
    ...rangeProblems('diagnosed', { min: diagnosed?.from, max: diagnosed?.to }),
    ...unknownValues('mutation', mutation, variableDefinitions.MUTATION.values),
    ...unknownValues('disease', plain.disease, variableDefinitions.DISEASE.values),
    ...unknownValues('diseaseGroup', plain.diseaseGroup, variableDefinitions.DISEASE_GROUP.values),
    ...freezeProblems(freeze),
  ];
  if (problems.length > 0) throw badUserInput(...problems);
  return {
    ...withoutNulls({ ...plain, mutation }),
    registry: plain.registry,
    ...(ageAtDiagnosis ? { ageAtDiagnosis: withoutNulls(ageAtDiagnosis) } : {}),
    ...(ageAtImatinibStart ? { ageAtImatinibStart: withoutNulls(ageAtImatinibStart) } : {}),
    ...(diagnosed ? { diagnosed: withoutNulls(diagnosed) } : {}),
    ...(freeze === undefined || freeze === null ? {} : { freeze }),
    ...(riskGroup ? { riskGroup: { score: riskGroup.score, groups: riskGroup.groups } } : {}),
  };
}

type WithoutNulls<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

function withoutNulls<T extends object>(object: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined)) as WithoutNulls<T>;
}

function rangeProblems(
  field: string,
  range: IntRange | { min?: DateRange['from'] | undefined; max?: DateRange['to'] | undefined } | null | undefined,
): readonly InputProblem[] {
  const { min, max } = range ?? {};
  const reversed = min !== undefined && min !== null && max !== undefined && max !== null && min > max;
  return reversed ? [{ field: `filter.${field}`, message: `the range begins at ${min}, after its end at ${max}.` }] : [];
}

function freezeProblems(label: string | null | undefined): readonly InputProblem[] {
  if (label === undefined || label === null || FREEZE_LABEL.test(label)) return [];
  return [{ field: 'filter.freeze', message: `expected the label of a freeze: ${FREEZE_LABEL_RULE}.` }];
}

function unknownValues(field: string, given: readonly string[] | null | undefined, values: readonly string[]): readonly InputProblem[] {
  return (given ?? [])
    .filter((value) => !values.includes(value))
    .map((value) => ({
      field: `filter.${field}`,
      message: `${value} is not in the catalogue; ${OTHER_VALUE} stands for all that are not.`,
    }));
}
