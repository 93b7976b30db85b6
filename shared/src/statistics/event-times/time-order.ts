import type { EventTimes } from './event-times';

/** The rows of an analysis in the order of their days (equal days in row order), by a counting sort. */
export function timeOrder({ day, lastDay }: EventTimes): Uint32Array {
  const starts = new Uint32Array(lastDay + 2);
  countDays(day, starts);
  for (let index = 1; index < starts.length; index += 1) starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const order = new Uint32Array(starts.at(-1) ?? 0);
  place(day, starts, order);
  return order;
}

/** Counts the rows of a day under the day after it, so that their running sum is where each day begins. */
function countDays(day: Int32Array, starts: Uint32Array): void {
  for (let row = 0; row < day.length; row += 1) {
    const on = day[row] ?? -1;
    if (on >= 0) starts[on + 1] = (starts[on + 1] ?? 0) + 1;
  }
}

function place(day: Int32Array, starts: Uint32Array, order: Uint32Array): void {
  for (let row = 0; row < day.length; row += 1) {
    const on = day[row] ?? -1;
    if (on < 0) continue;
    const position = starts[on] ?? 0;
    order[position] = row;
    starts[on] = position + 1;
  }
}
