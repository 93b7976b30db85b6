import { HubError } from '../../errors';

/** Tells which limit an operation is over, and by how much. */
export function tooComplex(what: string, most: number, actual?: number): HubError {
  const found = actual === undefined ? '' : `, this one has ${actual}`;
  return new HubError('QUERY_TOO_COMPLEX', `An operation may have at most ${most} ${what}${found}. Ask for less at once.`);
}
