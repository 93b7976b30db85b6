import { reasonOf } from '../errors';
import type { Check } from './check';
import { Deviation, NotTried } from './deviation';
import type { RegistryUnderTest } from './registry-under-test';

/** What came of a check. */
export type Verdict =
  | { readonly state: 'ok' }
  | { readonly state: 'failed'; readonly expected: string; readonly came: string }
  | { readonly state: 'skipped'; readonly why: string };

export type CheckResult = Pick<Check, 'id' | 'sentence'> & Verdict;

export interface RunOptions {
  /** Whether checks that change data are tried. */
  readonly writes: boolean;
  readonly tell: (result: CheckResult) => void;
}

const NOT_WRITING: Verdict = { state: 'skipped', why: 'it changes data; --writes tries it, in a registry that is a sandbox' };

/** Tries the checks, one after another: a later one may rely on what an earlier one changed. */
export async function runChecks(
  checks: readonly Check[],
  registry: RegistryUnderTest,
  { writes, tell }: RunOptions,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const { id, sentence } = check;
    const verdict = check.writes && !writes ? NOT_WRITING : await verdictOf(check, registry);
    const result = { id, sentence, ...verdict };
    results.push(result);
    tell(result);
  }
  return results;
}

async function verdictOf({ run }: Check, registry: RegistryUnderTest): Promise<Verdict> {
  try {
    await run(registry);
    return { state: 'ok' };
  } catch (error) {
    if (error instanceof NotTried) return { state: 'skipped', why: error.message };
    if (error instanceof Deviation) return { state: 'failed', expected: error.expected, came: error.came };
    return { state: 'failed', expected: 'an answer', came: reasonOf(error) };
  }
}
