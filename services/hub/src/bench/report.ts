import { tableLines } from '../commands/table';
import type { BenchOptions } from './bench-options';
import type { QuestionTimings } from './measure-questions';
import type { Timing } from './stopwatch';

/** The parts of the time of the central database that answers may take. */
const FIRST_TARGET = 0.3;
const REPEATED_TARGET = 0.05;

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

/** Resident memory of one national service. */
export interface CountryMemory {
  readonly country: string;
  readonly cases: number;
  readonly megabytes: number | undefined;
}

/** A service of 111,000 cases is to stay below this. */
const MOST_MEGABYTES = 300;

export function memoryLines(memory: readonly CountryMemory[]): readonly string[] {
  const rows = memory.map(({ country, cases, megabytes }) => [country, String(cases), megabytes?.toFixed(0) ?? 'not known']);
  return [...tableLines([['service', 'cases', `resident MB (to be below ${MOST_MEGABYTES} at 111,000 cases)`], ...rows])];
}

/** All that was measured, for other programs. */
export function resultOf(
  { cases, shares, repetitions }: BenchOptions,
  timings: readonly QuestionTimings[],
  memory: readonly CountryMemory[],
  curves: object,
): object {
  return {
    unit: 'ms',
    cases,
    shares,
    repetitions,
    targets: { firstToPostgresql: FIRST_TARGET, repeatedToPostgresql: REPEATED_TARGET, megabytes: MOST_MEGABYTES },
    questions: timings.map(({ question, first, repeated, central, duckdb }) => ({
      question: question.name,
      first,
      repeated,
      postgresql: central,
      duckdb,
      firstToPostgresql: first.median / central.median,
      repeatedToPostgresql: repeated.median / central.median,
      firstToDuckdb: first.median / duckdb.median,
    })),
    memory,
    curves,
  };
}
