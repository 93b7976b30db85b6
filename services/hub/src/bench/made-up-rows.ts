import { dateOfDayNumber, dayNumber, type FailureSubcategory } from '@registry-hub/shared/domain';
import { RandomSource, type Weighted } from '../synthesis';

/** Columns of the narrow table that made-up rows fill, with their types; all others stay empty. */
export const madeUpColumns = {
  patient_code: 'text',
  derivation_version: 'integer',
  sex: 'text',
  record_status: 'text',
  vital_status: 'text',
  disease: 'text',
  cml: 'boolean',
  phase_at_diagnosis: 'text',
  transcript: 'text',
  eligible: 'boolean',
  ineligible_rules: 'text[]',
  ineligible_messages: 'text[]',
  diagnosed_on: 'date',
  imatinib_started_on: 'date',
  failed_on: 'date',
  notified_on: 'date',
  last_contact_on: 'date',
  died_on: 'date',
  age_at_diagnosis: 'integer',
  age_at_imatinib_start: 'integer',
  age_at_failure: 'integer',
  imatinib_line: 'text',
  ever_in_prospective_study: 'boolean',
  imatinib_dose_at_failure: 'double precision',
  reported_subcategory: 'text',
  reported_category: 'text',
  sokal: 'double precision',
  sokal_group: 'text',
  spleen_at_diagnosis: 'double precision',
  wbc_at_diagnosis: 'double precision',
  platelets_at_diagnosis: 'double precision',
  blasts_at_diagnosis: 'double precision',
  mutations: 'text[]',
  adverse_events: 'text[]',
  milestone_classes: 'text[]',
} as const;

type Failure = readonly [FailureSubcategory, category: string];

/** Weights: the percentages published of 378 cases (Blood 2006;108(11), abstract 4764). */
const failures: readonly Weighted<Failure>[] = [
  [['NO_COMPLETE_HEMATOLOGIC_RESPONSE', 'NO_OR_UNSATISFACTORY_RESPONSE'], 2],
  [['NO_CYTOGENETIC_RESPONSE', 'NO_OR_UNSATISFACTORY_RESPONSE'], 12],
  [['NO_MAJOR_CYTOGENETIC_RESPONSE', 'NO_OR_UNSATISFACTORY_RESPONSE'], 16],
  [['HEMATOLOGIC_RELAPSE', 'LOSS_OF_RESPONSE'], 6],
  [['CYTOGENETIC_RELAPSE_OR_PROGRESSION', 'LOSS_OF_RESPONSE'], 12],
  [['PROGRESSION_TO_ADVANCED_PHASE', 'LOSS_OF_RESPONSE'], 23],
  [['TOXICITY', 'TOXICITY'], 13],
  [['TOXICITY_WITH_UNSATISFACTORY_RESPONSE', 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE'], 16],
];
const doses: readonly Weighted<number>[] = [
  [300, 1],
  [400, 6],
  [600, 2],
];
const mutations: readonly Weighted<string>[] = [
  ['{}', 8],
  ['{T315I}', 1],
  ['{M351T}', 1],
];

const FIRST_DAY = dayNumber('2000-01-03');
const LAST_DAY = dayNumber('2026-06-30');
const LAST_START = dayNumber('2021-12-31');
const PERCENT_MEN = 56;
/** Of 65536 ranks a day; with the terms below some 40 % of patients die under observation. */
const DAILY_HAZARD = 8e-5;
const dates = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, index) => dateOfDayNumber(FIRST_DAY + index));

/**
 * Made-up rows of one country's narrow table, as the lines of a CSV file in the order of {@link madeUpColumns}. Hazards depend
 * on age, sex and line of imatinib, so that a model has something to find. The same seed gives the same rows.
 */
export function* madeUpRows(country: string, patients: number, seed: number): Generator<string> {
  const random = RandomSource.of(seed, 'bench', country);
  for (let index = 0; index < patients; index += 1) {
    yield madeUpRow(`${country}-001-${String(index + 1).padStart(7, '0')}`, random);
  }
}

function madeUpRow(code: string, random: RandomSource): string {
  const [subcategory, category] = random.weighted(failures);
  const man = random.chance(PERCENT_MEN);
  const age = 18 + Math.floor(36 * (random.rank() + random.rank()));
  const firstLine = random.chance(70);
  const imatinib = random.integer(FIRST_DAY + 400, LAST_START);
  const diagnosed = imatinib - random.integer(5, 390);
  const failed = Math.min(imatinib + random.integer(60, 1800), LAST_DAY);
  const hazard = DAILY_HAZARD * Math.exp(0.03 * (age - 50) + (man ? 0.2 : 0) + (firstLine ? 0 : 0.35));
  const death = imatinib + Math.floor(-Math.log(1 - random.rank()) / hazard);
  const contact = Math.min(imatinib + random.integer(200, 7000), LAST_DAY);
  const died = death <= contact;
  const wbc = random.integer(8000, 300_000) / 1000;
  const sokal = random.integer(400_000, 2_400_000) / 1_000_000;
  return [
    code,
    1,
    man ? 'M' : 'F',
    'VALIDATED',
    died ? 'DEAD' : 'ALIVE',
    '9875/3',
    true,
    'CHRONIC',
    random.chance(60) ? 'e14a2' : 'e13a2',
    true,
    '{}',
    '{}',
    dates[diagnosed - FIRST_DAY],
    dates[imatinib - FIRST_DAY],
    dates[failed - FIRST_DAY],
    dates[Math.min(failed + random.integer(0, 200), LAST_DAY) - FIRST_DAY],
    dates[(died ? death : contact) - FIRST_DAY],
    died ? dates[death - FIRST_DAY] : '',
    age,
    age,
    age + Math.floor((failed - imatinib) / 366),
    firstLine ? 'FIRST_LINE' : 'NOT_FIRST_LINE',
    random.chance(63),
    random.weighted(doses),
    subcategory,
    category,
    sokal,
    sokal < 0.8 ? 'LOW' : sokal <= 1.2 ? 'INTERMEDIATE' : 'HIGH',
    random.integer(0, 25),
    wbc,
    random.integer(80, 1800),
    random.integer(0, 14),
    random.weighted(mutations),
    '{}',
    '{}',
  ].join(',');
}
