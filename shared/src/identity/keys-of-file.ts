import { readFileSync, statSync } from 'node:fs';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/**
 * A set of public keys (RFC 7517) kept in a file. The file may be replaced while the process runs, as when a key is
 * changed: what counts is what it holds at the time of the question.
 *
 * @throws Error when it holds none
 */
export function keysOfFile(file: string): JWTVerifyGetKey {
  let known = readKeys(file);
  return (header, token) => {
    if (stateOf(file) !== known.state) known = readKeys(file);
    return known.keys(header, token);
  };
}

interface KnownKeys {
  readonly state: string;
  readonly keys: JWTVerifyGetKey;
}

function readKeys(file: string): KnownKeys {
  // the state first: a file replaced between the two is read once more
  const state = stateOf(file);
  return { state, keys: createLocalJWKSet(JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet) };
}

function stateOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}
