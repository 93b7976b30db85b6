import * as fc from 'fast-check';
import { type CalendarDate, dateOfDayNumber, dayNumber } from '../../domain';
import { dateAfterMonths, itemsInWindow, type MilestoneWindow, milestoneWindows, monthsHavePassed, nearestToMilestone } from '.';

const windowOf = (month: number) => {
  const found = milestoneWindows.find((window) => window.month === month);
  if (!found) throw new Error(`no window of ${month} months`);
  return found;
};

const isInWindow = (window: MilestoneWindow, start: CalendarDate, on: CalendarDate): boolean =>
  itemsInWindow(window, start, [on], (date) => date).length === 1;

describe('calendar months', () => {
  it.each([
    ['2002-01-15', 12, '2003-01-15'],
    ['2002-01-31', 1, '2002-02-28'],
    ['2002-08-31', 6, '2003-02-28'],
    ['2002-01-15', 1.5, '2002-03-02'],
    ['2002-01-15', 4.5, '2002-05-30'],
  ] as const)('%s and %d months are %s', (start, months, date) => {
    expect(dateAfterMonths(start, months)).toBe(date);
  });

  it('are not days by 30.4375: a year has passed on its day', () => {
    expect(monthsHavePassed('2002-01-15', 12, '2003-01-15')).toBe(true);
    expect(monthsHavePassed('2002-01-15', 12, '2003-01-14')).toBe(false);
  });
});

describe('windows', () => {
  it('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 15_000 }), fc.integer({ min: 0, max: 1200 }), (startDay, offset) => {
        const start = dateOfDayNumber(startDay);
        const on = dateOfDayNumber(startDay + offset);
        const inWindows = milestoneWindows.filter((window) => isInWindow(window, start, on)).length;
        const within = monthsHavePassed(start, 1.5, on) && !monthsHavePassed(start, 30, on);
        expect(inWindows).toBe(within ? 1 : 0);
      }),
    );
  });

  it('include their first day and exclude their last', () => {
    expect(isInWindow(windowOf(12), '2002-01-15', '2002-10-15')).toBe(true);
    expect(isInWindow(windowOf(12), '2002-01-15', '2003-04-14')).toBe(true);
    expect(isInWindow(windowOf(12), '2002-01-15', '2003-04-15')).toBe(false);
  });

  it('take the item nearest to the milestone, the earlier of two equally near', () => {
    const milestone = dayNumber('2003-01-15');
    const days = [-40, 3, -3, 60].map((offset) => dateOfDayNumber(milestone + offset));
    expect(nearestToMilestone(windowOf(12), '2002-01-15', days, (date) => date)).toBe('2003-01-12');
    expect(nearestToMilestone(windowOf(12), '2002-01-15', [], (date) => date)).toBeUndefined();
  });
});
