import type { CountClaims } from './count-claims';
import { crossDivisions, type Division, type TableSide, WHOLE_COHORT } from './cross-divisions';
import { EVERYBODY } from './patient-set-names';
import { ReleaseLedger } from './release-ledger';
import { loadSuppressionSolver, type SuppressionSolver } from './solver';

const K = 5;
let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

const leaves = (names: readonly string[]): readonly Division[] => names.map((name) => ({ name, parts: [] }));
const side = (...names: readonly string[]): TableSide => ({ division: { name: EVERYBODY, parts: leaves(names) }, names });

/** Counts of disjoint sets that make up the cohort. */
const line = (counts: Readonly<Record<string, number>>): CountClaims =>
  crossDivisions(
    side(...Object.keys(counts)),
    WHOLE_COHORT,
    Object.values(counts).map((count) => [count]),
  );
const hiddenOf = (...claims: readonly CountClaims[]): readonly string[] => [...new ReleaseLedger(solver).admit(claims, K)].toSorted();

describe('suppression of a line', () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ['nothing small', { a: 10, b: 0, c: 7 }, []],
    ['zero is no patient', { a: 0, b: 12 }, []],
    ['a small count takes the one that holds least with it', { a: 4, b: 236, c: 10, d: 13 }, ['a', 'c']],
    ['k − 1 is small, k is not', { a: 4, b: 5, c: 60 }, ['a', 'b']],
    ['two small counts protect each other when they leave k possibilities', { a: 3, b: 4, c: 100 }, ['a', 'b']],
    ['two that leave fewer take another', { a: 3, b: 3, c: 100, d: 50 }, ['a', 'b', 'd']],
    ['where nothing is left to hide, neither is the whole told', { a: 3, b: 2 }, ['', 'a', 'b']],
    ['somebody alone', { a: 3 }, ['', 'a']],
    ['a small count and one of k, which leave just enough', { a: 2, b: 5 }, ['a', 'b']],
  ])('%s', (_what, counts, hidden) => {
    expect(hiddenOf(line(counts))).toEqual(hidden);
  });

  it('is none under k = 1', () => {
    expect(new ReleaseLedger(solver).admit([line({ a: 1, b: 2 })], 1).size).toBe(0);
  });
});

describe('suppression of a table', () => {
  const table = (counts: readonly (readonly number[])[]): CountClaims => crossDivisions(side('a', 'b', 'c'), side('x', 'y', 'z'), counts);

  it('hides a rectangle around a small cell, and no margin', () => {
    const counts = [
      [2, 20, 30],
      [20, 40, 9],
      [30, 8, 50],
    ];
    const hidden = hiddenOf(table(counts));
    expect(hidden).toContain('a & x');
    expect(hidden).toHaveLength(4);
    expect(hidden.every((name) => name.includes(' & '))).toBe(true);
  });

  it('hides the margin of a line that has nothing else to hide', () => {
    const hidden = hiddenOf(
      table([
        [3, 2, 0],
        [20, 40, 9],
        [30, 8, 50],
      ]),
    );
    expect(hidden).toEqual(expect.arrayContaining(['a', 'a & x', 'a & y']));
    expect(hidden).not.toContain(EVERYBODY);
  });

  it('hides nothing where nothing is small', () => {
    expect(
      hiddenOf(
        table([
          [10, 20, 0],
          [0, 30, 5],
          [7, 0, 9],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('figures of one operation', () => {
  it('hide of one table what a finer one hides', () => {
    const finer = crossDivisions(
      {
        division: { name: EVERYBODY, parts: [{ name: 'ab', parts: leaves(['a', 'b']) }, ...leaves(['c'])] },
        names: ['a', 'b', 'c'],
      },
      WHOLE_COHORT,
      [[2], [3], [40]],
    );
    // a and b are too few to protect each other while their sum is told
    expect(hiddenOf(finer, line({ ab: 5, c: 40 }))).toEqual(expect.arrayContaining(['a', 'ab', 'b', 'c']));
  });

  it('take sets that hold as many for the same where one lies in the other', () => {
    const one = line({ 'seen today': 40, 'not seen today': 3, 'not asked': 30 });
    const other = line({ 'seen ever': 40, others: 33 });
    const hidden = hiddenOf(one, { ...other, twins: [['seen ever', 'seen today']] });
    expect(hidden.includes('seen ever')).toBe(hidden.includes('seen today'));
  });

  it('tell no count between the ends of two divisions of a measure', () => {
    const divided = (names: readonly string[], ends: readonly number[], counts: readonly number[]): CountClaims => ({
      ...line(Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]))),
      scales: [
        {
          measure: 'AGE_AT_DIAGNOSIS',
          depth: 1,
          bins: names.map((name, index) => ({ name, from: ends[index], to: ends[index + 1] })),
          countBetween: (from, to) => (from === 10 && to === 15 ? 2 : from === 0 ? 20 : from === 15 ? 18 : 40),
        },
      ],
    });
    const tens = divided(['0-9', '10-19', '20-'], [0, 10, 20], [20, 20, 40]);
    const fifteens = divided(['0-14', '15-'], [0, 15], [22, 58]);
    expect(hiddenOf(tens)).toEqual([]);
    expect(hiddenOf(fifteens)).toEqual([]);
    const together = hiddenOf(tens, fifteens);
    expect(together).toContain('AGE_AT_DIAGNOSIS from 10 to 15, a piece');
    expect(together.filter((name) => !name.endsWith('a piece')).length).toBeGreaterThan(0);
  });
});

describe('a figure that is asked for later', () => {
  it('hides what was hidden', () => {
    const ledger = new ReleaseLedger(solver);
    const first = ledger.admit([line({ a: 4, b: 236, c: 10 })], K);
    expect(ledger.admit([line({ x: 100, y: 150 })], K)).toEqual(first);
  });

  it('is refused where nothing is left to hide but what was told', () => {
    const ledger = new ReleaseLedger(solver);
    ledger.admit([line({ a: 5, b: 20 })], K);
    const divided = crossDivisions(side('a', 'b'), side('p', 'q'), [
      [3, 2],
      [10, 10],
    ]);
    expect(() => ledger.admit([divided], K)).toThrow(/released before/);
    expect(() => new ReleaseLedger(solver).admit([divided], K)).not.toThrow();
  });

  it('is a conflict where the registry has changed', () => {
    const ledger = new ReleaseLedger(solver);
    ledger.admit([line({ a: 10, b: 20 })], K);
    expect(() => ledger.admit([line({ a: 11, b: 4, c: 15 })], K)).toThrow(/changed/);
  });

  it('is refused where there are more counts than can be looked at', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`value ${index}`, 1 + (index % 9)]));
    expect(() => new ReleaseLedger(solver).admit([line(many)], K)).toThrow(/5001 counts/);
  });
});
