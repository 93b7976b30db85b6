import { type CalendarDate, type CalendarMonth, completedYears } from '../../domain';
import { completedAge } from './completed-age';

describe('completedAge', () => {
  test.each<[CalendarMonth, CalendarDate, number]>([
    ['1984-03', '2002-03-14', 17],
    ['1984-03', '2002-03-15', 18],
    ['1984-03', '2002-02-28', 17],
    ['1984-02', '2002-02-14', 17],
    ['1984-02', '2002-02-28', 18],
    ['1984-02', '2004-02-29', 20],
    ['1984-06', '1997-02-10', 12],
    ['1950-12', '2000-12-15', 50],
    ['1950-12', '2001-01-01', 50],
    ['1984-06', '1984-06-01', 0],
    ['1984-06', '1984-06-30', 0],
    ['1984-06', '1985-06-14', 0],
    ['1984-06', '1984-05-31', -1],
  ])('born in %s, on %s: %d', (birthMonth, on, age) => {
    expect(completedAge(birthMonth, on)).toBe(age);
  });
});

describe('years are completed by the calendar, not by counting days', () => {
  test.each<[CalendarDate, CalendarDate, number]>([
    ['1984-03-01', '2002-02-28', 17],
    ['1984-03-01', '2002-03-01', 18],
    ['1984-02-29', '2002-02-28', 17],
    ['1984-02-29', '2002-03-01', 18],
  ])('born on %s, on %s: %d', (born, on, years) => {
    expect(completedYears(born, on)).toBe(years);
  });
});
