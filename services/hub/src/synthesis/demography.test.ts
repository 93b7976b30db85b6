import { CENTER_CODE, completedYears, dateOfDayNumber, dayNumber } from '@registry-hub/shared/domain';
import * as fc from 'fast-check';
import { birthMonthFor, centersFor } from './demography';

describe('birthMonthFor', () => {
  it('makes a person of that age, on any day and any time after the birthday', () => {
    const days = fc.integer({ min: dayNumber('1995-01-01'), max: dayNumber('2006-12-31') });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), days, fc.integer({ min: 0, max: 11 }), (age, day, monthsSinceBirthday) => {
        const on = dateOfDayNumber(day);
        expect(completedYears(`${birthMonthFor(age, on, monthsSinceBirthday)}-15`, on)).toBe(age);
      }),
    );
  });
});

describe('centersFor', () => {
  it.each([
    ['AT', 4, 1],
    ['FR', 236, 12],
    ['FR', 62_434, 157],
    ['FR', 1_000_000, 999],
    ['PL', 13, 1],
    ['PL', 2000, 5],
    ['FI', 0, 1],
  ])('gives %s with %s patients %s centres', (country, patients, count) => {
    const centers = centersFor(country, patients, '2004-09-06');
    expect(centers).toHaveLength(count);
    expect(new Set(centers.map(({ centerCode }) => centerCode)).size).toBe(count);
    for (const { centerCode } of centers) expect(centerCode).toMatch(CENTER_CODE);
  });

  it('names no city where it knows none', () => {
    expect(centersFor('PL', 1, '2004-09-06')).toEqual([{ centerCode: 'PL-001', name: 'Haematology Centre 001', openedOn: '2004-09-06' }]);
  });

  it('gives a small and a large registry the same first centres', () => {
    const [small, large] = [4, 62_434].map((patients) => centersFor('FR', patients, '2004-09-06')[0]);
    expect(small).toEqual(large);
  });
});
