import { deriveCase } from '@registry-hub/shared/clinical';
import {
  claimResponseRates,
  type DisclosurePolicy,
  loadSuppressionSolver,
  type ReleasedResponseRate,
  releaseResponseRates,
  type SuppressionSolver,
  valueOrNull,
  variableSets,
} from '@registry-hub/shared/disclosure';
import { CohortInquiries } from '@registry-hub/shared/graphql';
import { RESPONSE_OF_RATES, responseRatesFigure, type Variable } from '@registry-hub/shared/statistics';
import { LocalPool } from '@registry-hub/shared/testing';
import { imatinibStudyCohort } from './study-cohort';

const pool = new LocalPool(
  Object.fromEntries(
    imatinibStudyCohort().map(({ country, cases }) => [
      country,
      [...cases].map((records) => deriveCase({ ...records, recordStatus: 'NOTIFIED', ehdsOptOut: false })),
    ]),
  ),
);
const exact: DisclosurePolicy = { threshold: 1, minimumCountries: 3, extremesReleased: true, note: '' };

let solver: SuppressionSolver;
beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

async function ratesBy(by: Variable, threshold = 1): Promise<readonly ReleasedResponseRate[]> {
  const policy = { ...exact, threshold };
  const inquiries = new CohortInquiries(pool, { policy: () => policy, checkCoverage: () => undefined, differencing: undefined }, solver);
  const sets = variableSets(by);
  const { figure, hidden } = await inquiries.of({ registry: 'ALL' }).release({
    question: { kind: 'frequencies', of: RESPONSE_OF_RATES, by },
    read: ({ counts, countries }) => responseRatesFigure(counts, by, countries),
    claims: (rates) => claimResponseRates(rates, sets),
  });
  return releaseResponseRates(figure, sets, hidden);
}

const shown = ({ group, treated, complete, partial, responders }: ReleasedResponseRate): readonly (string | number | null)[] => [
  group,
  ...[treated, complete, partial, responders].map(valueOrNull),
];

describe('response rates of the study', () => {
  it('are the printed 27.5 % and 8.9 %, with the limits of prop.test(correct = FALSE) of R', async () => {
    const rates = await ratesBy('DISEASE_GROUP');
    expect(rates.map(shown)).toEqual([
      ['HEMATOLOGIC', 40, 8, 3, 11],
      ['SOLID', 146, 4, 9, 13],
    ]);
    const [hematologic, solid] = rates.map(({ share }) => valueOrNull(share));
    expect(hematologic?.percent).toBeCloseTo(27.5, 12);
    expect(hematologic?.lower).toBeCloseTo(16.1080162476673, 10);
    expect(hematologic?.upper).toBeCloseTo(42.8349558062106, 10);
    expect(solid?.percent).toBeCloseTo(8.9041095890411, 10);
    expect(solid?.lower).toBeCloseTo(5.27742714906086, 10);
    expect(solid?.upper).toBeCloseTo(14.63792809077535, 10);
  });

  it('are released of both groups where small counts are not', async () => {
    const rates = await ratesBy('DISEASE_GROUP', 5);
    expect(rates.map(shown)).toEqual([
      ['HEMATOLOGIC', 40, null, null, 11],
      ['SOLID', 146, null, null, 13],
    ]);
    expect(rates.map(({ share }) => share.suppressed)).toEqual([false, false]);
  });

  it('of single diseases are released of few only', async () => {
    const rates = await ratesBy('DISEASE', 5);
    const released = rates.filter(({ share }) => !share.suppressed).map(shown);
    expect(rates).toHaveLength(40);
    expect(released.every(([, treated, , , responders]) => Number(treated) >= 5 && (responders === 0 || Number(responders) >= 5))).toBe(
      true,
    );
    expect(released.map(([disease]) => disease)).toContain('9964/3');
  });
});
