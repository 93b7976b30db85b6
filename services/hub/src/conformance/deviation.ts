import { isDeepStrictEqual } from 'node:util';

/** What a registry does otherwise than every registry does. */
export class Deviation extends Error {
  override readonly name = 'Deviation';

  constructor(
    readonly expected: string,
    readonly came: string,
  ) {
    super(`expected ${expected}, and ${came} came`);
  }
}

/** Why a check can't be tried. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

/** @throws Deviation unless both are the same JSON value */
export function expectSame(expected: unknown, came: unknown, of = ''): void {
  if (!isDeepStrictEqual(came, expected)) throw new Deviation(`${of}${shown(expected)}`, shown(came));
}

/** @throws Deviation unless it holds */
export function expectThat(holds: boolean, expected: string, came: unknown): void {
  if (!holds) throw new Deviation(expected, shown(came));
}

const LONGEST_SHOWN = 300;

/** A value as a report shows it. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
