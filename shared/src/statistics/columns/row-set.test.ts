import fc from 'fast-check';
import {
  caseSet,
  countShared,
  emptyRowSet,
  intersectRowSets,
  rowsOf,
  rowsWithAnyCode,
  rowsWithCode,
  rowsWithDay,
  rowsWithFlags,
  rowsWithSteps,
} from './row-set';

const values = fc.array(fc.nat({ max: 9 }), { maxLength: 200 });
const rowsWhere = (column: readonly number[], passes: (value: number) => boolean): readonly number[] =>
  column.flatMap((value, row) => (passes(value) ? [row] : []));

describe('a set of rows', () => {
  it('holds the rows that pass, in their order, whatever kind of column they are judged by', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (column, least, most) => {
        const size = column.length;
        const between = rowsWhere(column, (value) => value >= least && value <= most);
        const wanted = Uint8Array.from({ length: 10 }, (_, code) => (code >= least && code <= most ? 1 : 0));
        const starts = Uint32Array.from({ length: size + 1 }, (_, row) => row);
        for (const set of [
          rowsWithSteps(Float64Array.from(column), least, most, size),
          rowsWithDay(Int32Array.from(column), least, most, size),
          rowsWithCode(Uint16Array.from(column), wanted, size),
          rowsWithAnyCode(starts, Uint16Array.from(column), wanted, size),
        ]) {
          expect([...rowsOf(set)]).toEqual(between);
          expect(set.count).toBe(between.length);
        }
        const flagged = rowsWhere(column, (value) => (value & 5) === 4);
        expect([...rowsOf(rowsWithFlags(Uint8Array.from(column), 5, 4, size))]).toEqual(flagged);
      }),
    );
  });

  it('is compared with another one, and cut by others', () => {
    fc.assert(
      fc.property(values, (column) => {
        const size = column.length;
        const steps = Float64Array.from(column);
        const [low, high] = [rowsWithSteps(steps, 0, 6, size), rowsWithSteps(steps, 3, 9, size)];
        const both = rowsWhere(column, (value) => value >= 3 && value <= 6);
        expect(countShared(low, high)).toBe(both.length);
        expect([...rowsOf(intersectRowSets([low, high]))]).toEqual(both);
        expect(intersectRowSets([low, high, emptyRowSet(size)]).count).toBe(0);
        expect([...rowsOf(low)]).toEqual(rowsWhere(column, (value) => value <= 6));
      }),
    );
  });

  it('leaves out a row without any code, and columns longer than what is counted', () => {
    const wanted = Uint8Array.from([0, 1]);
    expect([...rowsOf(rowsWithAnyCode(Uint32Array.from([0, 0, 2, 3]), Uint16Array.from([0, 1, 0]), wanted, 3))]).toEqual([1]);
    expect([...rowsOf(rowsWithCode(Uint16Array.from([1, 1, 1]), wanted, 2))]).toEqual([0, 1]);
  });

  it('of one table and of another have the cases in common that have the same numbers', () => {
    const table = fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 100 });
    fc.assert(
      fc.property(table, table, fc.infiniteStream(fc.boolean()), (one, other, chosen) => {
        const setOf = (numbers: readonly number[]) => {
          const flags = Uint8Array.from(numbers, () => Number(chosen.next().value));
          const cases = numbers.filter((_, row) => flags[row] === 1);
          return { cases, set: caseSet(rowsWithFlags(flags, 1, 1, numbers.length), { caseNumbers: Uint32Array.from(numbers) }) };
        };
        const [a, b] = [setOf(one), setOf(other)];
        expect([a.set.count, countShared(a.set, b.set), countShared(b.set, a.set)]).toEqual([
          a.cases.length,
          ...Array.from({ length: 2 }, () => a.cases.filter((number) => b.cases.includes(number)).length),
        ]);
      }),
    );
  });
});
