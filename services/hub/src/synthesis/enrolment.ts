import type { Center } from '@registry-hub/shared/domain';
import type { CaseRecords, CountryCohort } from './cohort';
import { RandomSource } from './random-source';

/** A patient's place in a registry. */
export interface Enrolment {
  readonly patientCode: string;
  readonly centerCode: string;
}

/** Makes one patient's records; the same ones each time it is called for the same place. */
export type CaseMaker = (enrolment: Enrolment) => CaseRecords;

export interface EnrolmentPlan {
  readonly country: string;
  readonly centers: readonly Center[];
  /** One for each patient of the country. */
  readonly makers: Iterable<CaseMaker>;
  readonly seed: number;
  /** The number of each centre's first patient: cohorts whose numbers do not meet can be in one registry. */
  readonly firstNumber: number;
}

/** A country's patients, spread over its centres (the first centres see the most) and numbered within each. */
export function enrolledCohort(plan: EnrolmentPlan): CountryCohort {
  return { country: plan.country, centers: plan.centers, cases: { [Symbol.iterator]: () => enrol(plan) } };
}

function* enrol({ country, centers, makers, seed, firstNumber }: EnrolmentPlan): Generator<CaseRecords> {
  const random = RandomSource.of(seed, 'enrolment', country);
  const nextNumbers = new Map<string, number>();
  const weights = centers.map(({ centerCode }, rank) => [centerCode, 2 * centers.length - rank] as const);
  for (const makeCase of makers) {
    const centerCode = random.weighted(weights);
    const number = nextNumbers.get(centerCode) ?? firstNumber;
    nextNumbers.set(centerCode, number + 1);
    yield makeCase({ centerCode, patientCode: `${centerCode}-${String(number).padStart(4, '0')}` });
  }
}
