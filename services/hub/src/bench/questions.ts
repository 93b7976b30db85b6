import { coxInSql } from './cox-in-sql';
import type { Figures } from './figures';
import { agesFromHub, coxFromHub, frequenciesFromHub, type HubClient, survivalFromHub } from './hub-questions';
import type { SqlEngine } from './sql-engine';
import { agesInSql, frequenciesInSql, survivalInSql } from './sql-questions';

/** One question, asked of a hub and of a database with all rows. */
export interface BenchQuestion {
  readonly name: string;
  readonly ofHub: (hub: HubClient) => Promise<Figures>;
  readonly inSql: (engine: SqlEngine) => Promise<Figures>;
  /** Whether the first answer is also held against the column store: to take at most so many times as long. */
  readonly againstDuckdb?: number;
}

export const benchQuestions: readonly BenchQuestion[] = [
  { name: 'frequencies of subcategory by sex', ofHub: frequenciesFromHub, inSql: frequenciesInSql },
  { name: 'summary of age at diagnosis', ofHub: agesFromHub, inSql: agesInSql },
  { name: 'Kaplan-Meier by category, 60 months', ofHub: survivalFromHub, inSql: survivalInSql, againstDuckdb: 3 },
  { name: 'Cox, three covariates, by country', ofHub: coxFromHub, inSql: coxInSql, againstDuckdb: 3 },
];
