import { addDays, drawWeekday, earliest, latest, onWeekday } from './calendar';
import { RandomSource } from './random-source';

describe('calendar', () => {
  it.each([
    { date: '2006-07-14', day: 'Friday', weekday: '2006-07-14' },
    { date: '2006-07-15', day: 'Saturday', weekday: '2006-07-17' },
    { date: '2006-07-16', day: 'Sunday', weekday: '2006-07-17' },
    { date: '2006-07-17', day: 'Monday', weekday: '2006-07-17' },
  ] as const)('makes $weekday of $date, a $day', ({ date, weekday }) => {
    expect(onWeekday(date)).toBe(weekday);
  });

  it('counts days over the ends of months and leap years', () => {
    expect(addDays('2004-02-28', 2)).toBe('2004-03-01');
    expect(addDays('2004-03-01', -1)).toBe('2004-02-29');
  });

  it('draws weekdays within the range, or the Monday after it', () => {
    const random = RandomSource.of(1);
    const drawn = Array.from({ length: 100 }, () => drawWeekday(random, '2006-07-13', '2006-07-16'));
    expect(new Set(drawn)).toEqual(new Set(['2006-07-13', '2006-07-14', '2006-07-17']));
  });

  it('draws the first day where the range is empty', () => {
    expect(drawWeekday(RandomSource.of(1), '2006-07-13', '2006-07-01')).toBe('2006-07-13');
  });

  it('knows the earlier and the later of two dates', () => {
    expect(earliest('1999-12-31', '2000-01-01')).toBe('1999-12-31');
    expect(latest('1999-12-31', '2000-01-01')).toBe('2000-01-01');
  });
});
