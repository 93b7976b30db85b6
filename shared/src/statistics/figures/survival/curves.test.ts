import fc from 'fast-check';
import { addCounts, type Counts, countsOf, type TimeKind, timeCell } from '../../partials';
import { grayTest } from './gray-test';
import { groupedTimes } from './group-times';
import { incidenceCurve } from './incidence-curve';
import { logRankTest } from './log-rank';
import { medianSurvival } from './median-survival';
import { monthOfDay, stepAt } from './month-day';
import { restrictedMean } from './restricted-mean';
import { survivalCurve, survivalPoint } from './survival-curve';

type Time = readonly [day: number, kind: TimeKind];

const countriesOfThree = ['AT', 'DE', 'FR'];

function counted(times: readonly Time[], group = 0): Counts {
  const cells = new Map<number, number>();
  for (const [day, kind] of times) cells.set(timeCell(group, kind, day), (cells.get(timeCell(group, kind, day)) ?? 0) + 1);
  return countsOf(cells);
}

function onlyGroup(counts: Counts) {
  const [group] = groupedTimes(counts, undefined, []).groups;
  if (!group) throw new Error('no group');
  return group;
}

// ten patients of three sites, some ties between sites: exact values are fractions worked out by hand
const sites: readonly (readonly Time[])[] = [
  [
    [3, 'event'],
    [5, 'censored'],
    [8, 'censored'],
    [20, 'event'],
  ],
  [
    [6, 'event'],
    [6, 'competing'],
    [15, 'competing'],
  ],
  [
    [12, 'event'],
    [12, 'censored'],
    [24, 'censored'],
  ],
];
const pooled = addCounts(sites.map((site) => counted(site)));
const anyEvent = addCounts(sites.map((site) => counted(site.map(([day, kind]) => [day, kind === 'censored' ? kind : 'event']))));

describe('curves pooled over sites', () => {
  it.each([
    [3, 9 / 10, 0.094868],
    [6, 27 / 40, 0.155071],
    [12, 27 / 50, 0.173118],
    [15, 9 / 25, 0.186869],
    [20, 9 / 50, 0.157892],
  ])('Kaplan-Meier at time %i is the exact fraction, with the standard error of Greenwood', (day, survival, error) => {
    const { survival: steps, logVariance } = survivalCurve(onlyGroup(anyEvent));
    expect(Math.abs(stepAt(steps, day) - survival)).toBeLessThan(2e-16);
    expect(stepAt(steps, day) * Math.sqrt(stepAt(logVariance, day))).toBeCloseTo(error, 6);
  });

  it.each([
    [3, 1 / 10, 0],
    [6, 17 / 80, 9 / 80],
    [12, 139 / 400, 9 / 80],
    [15, 139 / 400, 117 / 400],
    [20, 211 / 400, 117 / 400],
  ])('cumulative incidences at time %i are the exact fractions', (day, incidence, competing) => {
    const curve = incidenceCurve(onlyGroup(pooled));
    expect(Math.abs(stepAt(curve.incidence, day) - incidence)).toBeLessThan(2e-16);
    expect(Math.abs(stepAt(curve.competingIncidence, day) - competing)).toBeLessThan(2e-16);
  });

  it('are not what one minus Kaplan-Meier of the event alone would be: that is too much', () => {
    const censoredAtCompeting = addCounts(
      sites.map((site) => counted(site.map(([day, kind]) => [day, kind === 'competing' ? 'censored' : kind]))),
    );
    const naive = 1 - stepAt(survivalCurve(onlyGroup(censoredAtCompeting)).survival, 20);
    expect(naive).toBeCloseTo(0.685, 12);
    expect(naive - stepAt(incidenceCurve(onlyGroup(pooled)).incidence, 20)).toBeCloseTo(0.1575, 12);
  });
});

const time: fc.Arbitrary<Time> = fc.tuple(fc.nat({ max: 40 }), fc.constantFrom('event', 'competing', 'censored'));
const times = fc.array(fc.tuple(time, fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 60 });

describe('properties of curves', () => {
  it('do not depend on how patients are split into countries', () => {
    fc.assert(
      fc.property(times, (all) => {
        const parts = [0, 1, 2].map((country) =>
          addCounts(
            [0, 1, 2].map((group) =>
              counted(
                all.filter(([, home, own]) => home === country && own === group).map(([one]) => one),
                group,
              ),
            ),
          ),
        );
        const whole = addCounts(
          [0, 1, 2].map((group) =>
            counted(
              all.filter(([, , own]) => own === group).map(([one]) => one),
              group,
            ),
          ),
        );
        const [split, together] = [addCounts(parts), whole].map((counts) => groupedTimes(counts, 'COUNTRY', countriesOfThree).groups);
        expect(split?.map((group) => survivalCurve(group))).toEqual(together?.map((group) => survivalCurve(group)));
        expect(logRankTest(split ?? [])).toEqual(logRankTest(together ?? []));
        expect(grayTest(split ?? [])).toEqual(grayTest(together ?? []));
      }),
    );
  });

  it('incidences and the probability of no event add up to 1 on every day', () => {
    fc.assert(
      fc.property(times, (all) => {
        const curve = incidenceCurve(onlyGroup(counted(all.map(([one]) => one))));
        for (const [day, free] of curve.eventFree.entries()) {
          expect(free + (curve.incidence[day] ?? 0) + (curve.competingIncidence[day] ?? 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('a curve never rises, its limits enclose it, and its mean within a horizon is no longer than that', () => {
    fc.assert(
      fc.property(times, fc.nat({ max: 2 }), (all, landmark) => {
        const curve = survivalCurve(onlyGroup(counted(all.map(([one]) => one))), landmark);
        let before = 1;
        for (const value of curve.survival) {
          expect(value).toBeLessThanOrEqual(before);
          before = value;
        }
        const { survival, lower = 0, upper = 1 } = survivalPoint(curve, 1);
        expect([lower <= survival, survival <= upper]).toEqual([true, true]);
        expect(restrictedMean(curve, 1).months).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('a test between two halves of the same patients finds nothing, one between lives of different length does', () => {
    const half = (kind: TimeKind, factor: number): readonly Time[] =>
      Array.from({ length: 40 }, (_, index) => [(index + 1) * factor, kind]);
    const same = groupedTimes(addCounts([counted(half('event', 1)), counted(half('event', 1), 1)]), 'COUNTRY', countriesOfThree).groups;
    const other = groupedTimes(addCounts([counted(half('event', 1)), counted(half('event', 3), 1)]), 'COUNTRY', countriesOfThree).groups;
    expect(logRankTest(same)).toEqual({ statistic: 0, degreesOfFreedom: 1, pValue: 1 });
    expect(logRankTest(other)?.pValue).toBeLessThan(1e-6);
    expect(grayTest(same)?.pValue).toBeCloseTo(1, 12);
    expect(grayTest(other)?.pValue).toBeLessThan(1e-6);
  });
});

describe('the median', () => {
  const medianOf = (list: readonly Time[]) => medianSurvival(survivalCurve(onlyGroup(counted(list))));
  const at = (...days: readonly number[]): readonly Time[] => days.map((day) => [day, 'event']);

  it.each<[string, readonly Time[], number | undefined]>([
    ['is the first day at or under 50 %', at(1, 2, 3), 2],
    ['is the middle of a stretch at exactly 50 %', [...at(10, 20, 40), [30, 'censored']], 30],
    ['is the first day of such a stretch that never ends', [...at(10, 20), [30, 'censored'], [40, 'censored']], 20],
    ['is not there where the curve stays above', [...at(10), [30, 'censored'], [40, 'censored']], undefined],
    ['may be day 0', [...at(0, 0, 0), [5, 'censored']], 0],
  ])('%s', (_what, list, day) => {
    const { median } = medianOf(list);
    expect(median).toBe(day === undefined ? undefined : monthOfDay(day));
  });

  it('has no upper limit where the curve ends at 0', () => {
    expect(medianOf(at(10)).upper).toBeUndefined();
  });
});

describe('delayed entry', () => {
  it('counts a patient from the day after entry to the day on which the time ends', () => {
    const counts = addCounts([
      counted([
        [4, 'entry'],
        [9, 'event'],
        [0, 'entry'],
        [6, 'censored'],
      ]),
    ]);
    const [group] = groupedTimes(counts, undefined, [], true).groups;
    expect(group && [...group.atRisk]).toEqual([0, 1, 1, 1, 1, 2, 2, 1, 1, 1, 0]);
    expect(group && stepAt(survivalCurve(group).survival, 9)).toBe(0);
  });
});
