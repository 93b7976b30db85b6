import { readPrivateFileIfThere, writePrivateFile } from '@registry-hub/shared/secrets';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { KeyFiles } from '../data-folder';
import { OperatorError } from '../errors';
import type { KeyLife } from './key-life';
import { listPublicKeys } from './public-keys';

/** ECDSA on P-256: every verifier of the hub accepts it, and Node signs with it without an experimental API. */
export const SIGNING_ALGORITHM = 'ES256';

/** Makes the key pair unless its private key is there, and lists the public key in a JSON Web Key Set (RFC 7517). */
export async function ensureKeyPair(files: KeyFiles, life: KeyLife): Promise<void> {
  if (readPrivateKey(files.privateKey) === undefined) await writeNewKey(files.privateKey);
  publishKeys(files, life);
}

/** Brings the list of public keys in step with the private ones that there are. */
export function publishKeys(files: KeyFiles, { validSeconds }: KeyLife): void {
  const privateKeys = [files.privateKey, files.nextKey].flatMap((file) => readPrivateKey(file) ?? []);
  const publicKeys = privateKeys.map(({ d: _secret, ...publicKey }) => publicKey);
  listPublicKeys(files.publicKeys, publicKeys, { now: new Date(), validSeconds });
}

export async function writeNewKey(file: string): Promise<void> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const key = await exportJWK(pair.privateKey);
  const named = { ...key, kid: await calculateJwkThumbprint(key), alg: SIGNING_ALGORITHM, use: 'sig' };
  writePrivateFile(file, `${JSON.stringify(named, undefined, 2)}\n`);
}

/**
 * The private key, or undefined where none has been made.
 *
 * @throws OperatorError when the file holds something else.
 */
export function readPrivateKey(file: string): JWK | undefined {
  const text = readPrivateFileIfThere(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as JWK;
  } catch {
    throw new OperatorError(`${file} holds no key; restore it, or remove it to have the hub make a new one.`);
  }
}
