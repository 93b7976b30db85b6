import { tableLines } from '../commands/table';
import type { QuestionTimings } from './measure-questions';
import type { Timing } from './stopwatch';

/** The parts of the time of the central database that answers may take. */
export const FIRST_TARGET = 0.3;
export const REPEATED_TARGET = 0.05;

/** The measured times as a table, with their ratios and whether they are within their targets. */
export function reportLines(timings: readonly QuestionTimings[]): readonly string[] {
  const head = ['median, ms', 'first', 'repeated', 'PostgreSQL', 'DuckDB', 'first / PostgreSQL', 'repeated / PostgreSQL', 'first / DuckDB'];
  const rows = timings.map(({ question, first, repeated, central, duckdb }) => [
    question.name,
    milliseconds(first),
    milliseconds(repeated),
    milliseconds(central),
    milliseconds(duckdb),
    ratio(first.median / central.median, FIRST_TARGET),
    ratio(repeated.median / central.median, REPEATED_TARGET),
    ratio(first.median / duckdb.median, question.againstDuckdb),
  ]);
  return tableLines([head, ...rows]);
}

function milliseconds({ median }: Timing): string {
  return median.toFixed(1);
}

function ratio(value: number, target: number | undefined): string {
  if (target === undefined) return value.toFixed(2);
  return `${value.toFixed(3)} (${value <= target ? 'within' : 'above'} ${target})`;
}
