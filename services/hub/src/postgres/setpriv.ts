import { execFileSync } from 'node:child_process';

/** util-linux' setpriv(1): starts a program with other privileges than one's own. */
export interface Setpriv {
  readonly program: string;
  /** Whether it can have the kernel signal the program when this process dies, however it dies. */
  readonly deathSignal: boolean;
}

/** Undefined where there is none, or another one (BusyBox') without the options needed here. */
export function findSetpriv(): Setpriv | undefined {
  for (const program of ['/usr/bin/setpriv', '/bin/setpriv']) {
    const help = helpOf(program);
    if (help?.includes('--ambient-caps') && help.includes('--securebits')) return { program, deathSignal: help.includes('--pdeathsig') };
  }
  return undefined;
}

function helpOf(program: string): string | undefined {
  try {
    return execFileSync(program, ['--help'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
