import { isSmall } from './suppress-line';

/** A number that passed the gate, or the word that it did not. */
export type Released<T> = { readonly suppressed: false; readonly value: T } | { readonly suppressed: true };

export const SUPPRESSED = { suppressed: true } as const;

export function released<T>(value: T): Released<T> {
  return { suppressed: false, value };
}

/** Releases a count of patients unless it is of 1 to k − 1 of them. */
export function releaseCount(count: number, threshold: number): Released<number> {
  return isSmall(count, threshold) ? SUPPRESSED : released(count);
}

/** The released value, or null: for APIs in which a suppressed number is an absent one. */
export function valueOrNull<T>(figure: Released<T>): T | null {
  return figure.suppressed ? null : figure.value;
}
