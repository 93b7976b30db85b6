import { checkSame } from './figures';
import type { HubClient } from './hub-questions';
import { type BenchQuestion, benchQuestions } from './questions';
import type { SqlEngine } from './sql-engine';
import { type Timing, timed } from './stopwatch';

/** How long one question takes, in milliseconds, wherever it is asked. */
export interface QuestionTimings {
  readonly question: BenchQuestion;
  /** From the hub, after every country's data have changed. */
  readonly first: Timing;
  /** From the hub, while nothing changes. */
  readonly repeated: Timing;
  readonly central: Timing;
  readonly duckdb: Timing;
}

export interface HubUnderTest {
  readonly client: HubClient;
  /** Changes every country's data a little. Every second call takes the one before back. */
  readonly change: (back: boolean) => Promise<void>;
}

/** Nine services compile their hot paths over this many answers, which are not timed: a service runs for weeks. */
const WARMING = 30;

/** @throws Error when the places do not agree on every figure */
export async function measureQuestions(
  hub: HubUnderTest,
  central: SqlEngine,
  duckdb: SqlEngine,
  repetitions: number,
): Promise<readonly QuestionTimings[]> {
  const measured: QuestionTimings[] = [];
  for (const question of benchQuestions) {
    const expected = await question.inSql(central);
    checkSame(`${question.name} in DuckDB`, expected, await question.inSql(duckdb));
    checkSame(`${question.name} from the hub`, expected, await question.ofHub(hub.client));
    const fromHub = await measureHub(hub, question, repetitions);
    measured.push({
      question,
      ...fromHub,
      central: await timed(repetitions, () => question.inSql(central)),
      duckdb: await timed(repetitions, () => question.inSql(duckdb)),
    });
  }
  return measured;
}

/** First and repeated answers of a hub. All is as it was afterwards: the number of changes is even. */
export async function measureHub(
  { client, change }: HubUnderTest,
  question: BenchQuestion,
  repetitions: number,
): Promise<Pick<QuestionTimings, 'first' | 'repeated'>> {
  let changes = 0;
  const changed = async (): Promise<void> => {
    await change(changes % 2 === 1);
    changes += 1;
  };
  const ask = (): Promise<unknown> => question.ofHub(client);
  await timed(WARMING, ask, changed);
  const first = await timed(repetitions, ask, changed);
  if (changes % 2 === 1) await changed();
  await timed(WARMING, ask);
  return { first, repeated: await timed(2 * repetitions, ask) };
}
