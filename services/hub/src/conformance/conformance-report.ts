import type { CheckResult } from './run-checks';

/** A line a check: id, sentence, and what came of it. */
export function resultLine(result: CheckResult, idWidth: number): string {
  return `${result.id.padEnd(idWidth)}  ${verdictText(result)}  ${result.sentence}${detail(result)}`;
}

/** How many checks passed, and which did not. */
export function summaryLine(results: readonly CheckResult[]): string {
  const count = (state: CheckResult['state']): number => results.filter((result) => result.state === state).length;
  return `${results.length} checks: ${count('ok')} ok, ${count('failed')} failed, ${count('skipped')} skipped.`;
}

/** @param strict whether what could not be tried counts as failed */
export function isConforming(results: readonly CheckResult[], strict: boolean): boolean {
  return results.every(({ state }) => state === 'ok' || (state === 'skipped' && !strict));
}

function verdictText({ state }: CheckResult): string {
  return (state === 'ok' ? state : state.toUpperCase()).padEnd('SKIPPED'.length);
}

function detail(result: CheckResult): string {
  switch (result.state) {
    case 'ok':
      return '';
    case 'failed':
      return ` Expected ${result.expected}; came: ${result.came}.`;
    case 'skipped':
      return ` Not tried: ${result.why}.`;
  }
}
