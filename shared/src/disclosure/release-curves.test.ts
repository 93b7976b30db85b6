import { countsOf, groupedTimes, type TimeKind, timeCell } from '../statistics';
import { valueOrNull } from './release-count';
import { type CurveRequest, claimCurves, releaseIncidence, releaseSurvival } from './release-curves';
import { loadSuppressionSolver, ReleaseLedger, type SuppressionSolver } from './suppression';

const K = 5;
const COUNTRIES = ['AT', 'DE', 'FR'];
const MONTHS: CurveRequest = {
  analysis: { endpoint: 'OVERALL', from: 'IMATINIB_START' },
  months: [0, 1, 2, 3],
  landmarkMonth: 0,
};

let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

type Spell = readonly [kind: TimeKind, day: number, patients: number];

/** Groups of patients whose time ends on some days; without names for groups, one group of all. */
function timesOf(groups: readonly (readonly Spell[])[], by = true): ReturnType<typeof groupedTimes> {
  const cells = groups.flatMap((spells, group) => spells.map(([kind, day, patients]) => [timeCell(group, kind, day), patients] as const));
  return groupedTimes(countsOf(cells), by ? 'COUNTRY' : undefined, COUNTRIES);
}

/** Curves by the groups there are, asked for by themselves. */
function survival(times: ReturnType<typeof groupedTimes>, threshold = K, asked: Partial<CurveRequest> = {}) {
  const isWhole = times.groups.some(({ group }) => group === undefined);
  const request: CurveRequest = { ...MONTHS, ...(isWhole ? {} : { by: 'COUNTRY' }), ...asked };
  const hidden = new ReleaseLedger(solver).admit([claimCurves(times, request)], threshold);
  return releaseSurvival(times, request, hidden, threshold);
}

const shown = (times: ReturnType<typeof groupedTimes>, threshold = K) =>
  survival(times, threshold).curves.map(({ group, n, events, points }) => ({
    group,
    n: valueOrNull(n),
    events: valueOrNull(events),
    atRisk: points.map(({ point }) => valueOrNull(point)?.atRisk ?? null),
  }));

const many: readonly Spell[] = [
  ['event', 10, 20],
  ['censored', 80, 30],
];

describe('release of survival curves', () => {
  it('gives points while k patients are at risk', () => {
    const times = timesOf(
      [
        [
          ['event', 10, 20],
          ['censored', 50, 6],
          ['censored', 100, 24],
          ['censored', 70, 1],
        ],
      ],
      false,
    );
    expect(shown(times)).toEqual([{ group: undefined, n: 51, events: 20, atRisk: [51, 31, 25, 24] }]);
    expect(shown(times, 25)[0]?.atRisk).toEqual([51, 31, 25, null]);
  });

  it('hides a small group with all its figures, and the next smallest with it', () => {
    const times = timesOf([
      [
        ['event', 10, 2],
        ['censored', 80, 2],
      ],
      [
        ['event', 10, 6],
        ['censored', 80, 6],
      ],
      many,
    ]);
    const { curves, testReleased } = survival(times);
    expect(shown(times).map(({ n, events, atRisk }) => [n, events, atRisk[0]])).toEqual([
      [null, null, null],
      [null, null, null],
      [50, 20, 50],
    ]);
    expect(curves.map(({ median }) => median.median === undefined)).toEqual([true, true, true]);
    expect(curves.map(({ restrictedMean }) => restrictedMean(1).suppressed)).toEqual([true, true, false]);
    expect(testReleased).toBe(false);
  });

  it('hides a curve whose number of patients would tell how few are not in it', () => {
    expect(shown(timesOf([[...many, ['notInAnalysis', 0, 3]]], false))).toEqual([
      { group: undefined, n: null, events: null, atRisk: [null, null, null, null] },
    ]);
    expect(shown(timesOf([[...many, ['notInAnalysis', 0, 5]]], false))[0]?.n).toBe(50);
  });

  it.each<[string, readonly Spell[], number | null]>([
    [
      'few events',
      [
        ['event', 10, 4],
        ['censored', 80, 46],
      ],
      null,
    ],
    [
      'few without the event',
      [
        ['event', 10, 46],
        ['censored', 80, 4],
      ],
      null,
    ],
    ['no events', [['censored', 80, 50]], 0],
    [
      'enough of both',
      [
        ['event', 10, 5],
        ['censored', 80, 45],
      ],
      5,
    ],
  ])('of %s tells as many as it may', (_what, spells, events) => {
    expect(shown(timesOf([spells], false))[0]?.events).toBe(events);
  });

  it('hides the events of another group too, where the total would tell those of one', () => {
    const times = timesOf([
      [
        ['event', 10, 1],
        ['censored', 80, 22],
      ],
      [
        ['event', 10, 6],
        ['censored', 80, 40],
      ],
      many,
    ]);
    expect(shown(times).map(({ n, events }) => [n, events])).toEqual([
      [23, null],
      [46, null],
      [50, 20],
    ]);
  });

  it('gives a median only while k patients are at risk at it', () => {
    const times = timesOf(
      [
        [
          ['event', 10, 4],
          ['event', 30, 4],
        ],
      ],
      false,
    );
    const medianAt = (threshold: number): number | undefined => survival(times, threshold).curves[0]?.median.median;
    expect(medianAt(1)).toBeCloseTo(20 / 30.4375, 12);
    expect(medianAt(8)).toBeUndefined();
  });

  it('begins at a landmark, with those who reached it', () => {
    const { curves } = survival(timesOf([many], false), K, { months: [0, 1, 2], landmarkMonth: 1 });
    expect(curves.map(({ n, points }) => [valueOrNull(n), points.map(({ month }) => month)])).toEqual([[30, [1, 2]]]);
  });

  it('gives all of it under k = 1, as far as anybody is at risk', () => {
    expect(
      shown(
        timesOf(
          [
            [
              ['event', 10, 1],
              ['notInAnalysis', 0, 1],
            ],
          ],
          false,
        ),
        1,
      ),
    ).toEqual([{ group: undefined, n: 1, events: 1, atRisk: [1, null, null, null] }]);
  });

  it('leaves out groups of whom nobody is in the analysis', () => {
    expect(shown(timesOf([many, [['notInAnalysis', 0, 8]], many])).map(({ group }) => group)).toEqual(['AT', 'FR']);
  });
});

test('release of cumulative incidences follows the same rules', () => {
  const times = timesOf([
    [
      ['event', 10, 2],
      ['competing', 20, 1],
    ],
    many,
    [
      ['competing', 10, 10],
      ['censored', 80, 10],
    ],
  ]);
  const request: CurveRequest = { ...MONTHS, analysis: { endpoint: 'INCIDENCE_OF_PROGRESSION', from: 'IMATINIB_START' }, by: 'COUNTRY' };
  const hidden = new ReleaseLedger(solver).admit([claimCurves(times, request)], K);
  const { curves, testReleased } = releaseIncidence(times, request, hidden, K);
  expect(curves.map(({ n, points }) => [valueOrNull(n), points.map(({ point }) => valueOrNull(point)?.atRisk ?? null)])).toEqual([
    [null, [null, null, null, null]],
    [50, [50, 30, 30, null]],
    [null, [null, null, null, null]],
  ]);
  expect(testReleased).toBe(false);
});
