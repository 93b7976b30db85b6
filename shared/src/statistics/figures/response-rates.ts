import type { BestResponse } from '../../domain';
import type { Counts } from '../partials';
import { RESPONSE_OF_RATES, type Variable } from '../variables';
import { type FrequencyFigure, frequencyFigure, sum } from './frequency-table';

/** Responses that count, once confirmed: partial or better. */
export const confirmedResponses = ['CR', 'PR'] as const satisfies readonly BestResponse[];

/** How many of a group responded, before disclosure control. */
export interface ResponseRateFigure {
  readonly group: string;
  /** Everybody who was treated. */
  readonly treated: number;
  readonly complete: number;
  readonly partial: number;
}

/** The rates of each group, with the table that they are read from. */
export interface ResponseRatesFigure {
  readonly table: FrequencyFigure;
  readonly rates: readonly ResponseRateFigure[];
}

/** Reads response rates out of the pooled table of responses by group. Groups in which nobody was treated are left out. */
export function responseRatesFigure(counts: Counts, by: Variable, countries: readonly string[]): ResponseRatesFigure {
  const table = frequencyFigure(counts, RESPONSE_OF_RATES, by, countries);
  const rates = (table.byValues ?? []).map((group, column): ResponseRateFigure => {
    const countOf = (response: BestResponse): number => table.cells[table.values.indexOf(response)]?.[column] ?? 0;
    return { group, treated: sum(table.cells.map((cells) => cells[column] ?? 0)), complete: countOf('CR'), partial: countOf('PR') };
  });
  return { table, rates: rates.filter(({ treated }) => treated > 0) };
}
