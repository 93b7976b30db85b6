import * as fc from 'fast-check';
import { addMonths, type CalendarDate, dateOfDayNumber, dayNumber } from '.';

const DAY = 86_400_000;
const dates = fc.integer({ min: -719_162, max: 2_932_896 }).map(dateOfDayNumber);

describe('calendar dates', () => {
  test('are counted as the days since 1970, from the year 1 to the year 9999', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / DAY);
      }),
    );
  });

  test.each([
    ['2002-01-15', 12, '2003-01-15'],
    ['2002-01-31', 1, '2002-02-28'],
    ['2003-12-31', 2, '2004-02-29'],
    ['1900-01-29', 1, '1900-02-28'],
    ['2000-01-29', 1, '2000-02-29'],
    ['2002-03-31', -1, '2002-02-28'],
    ['2002-01-10', -13, '2000-12-10'],
    ['2002-05-31', 1, '2002-06-30'],
    ['2002-11-15', 1, '2002-12-15'],
    ['2002-12-15', 1, '2003-01-15'],
  ] as const)('%s and %i months are %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  test('keep their day of the month, or become the last one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -36, max: 36 }), (date, months) => {
        fc.pre(date > '0010' && date < '9990');
        const later = addMonths(date, months);
        const lastDay = addMonths(`${later.slice(0, 8)}01` as CalendarDate, 1);
        const isLast = dayNumber(lastDay) - dayNumber(later) === 1;
        expect(later.slice(8) === date.slice(8) || (isLast && later.slice(8) < date.slice(8))).toBe(true);
        expect((Number(later.slice(0, 4)) - Number(date.slice(0, 4))) * 12 + Number(later.slice(5, 7)) - Number(date.slice(5, 7))).toBe(
          months,
        );
      }),
    );
  });
});
