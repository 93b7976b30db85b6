import { readPrivateFileIfThere, writePrivateFile } from '@registry-hub/shared/secrets';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { type KeyFiles, replaceFile } from '../data-folder';
import { OperatorError } from '../errors';

/** ECDSA on P-256: every verifier of the hub accepts it, and Node signs with it without an experimental API. */
export const SIGNING_ALGORITHM = 'ES256';

/** Makes the key pair unless its private key is there, and writes the public key as a JSON Web Key Set (RFC 7517). */
export async function ensureKeyPair(files: KeyFiles): Promise<void> {
  const privateKey = readPrivateKey(files) ?? (await newPrivateKey());
  const text = `${JSON.stringify(privateKey, undefined, 2)}\n`;
  if (readPrivateFileIfThere(files.privateKey) !== text) writePrivateFile(files.privateKey, text);
  const { d: _secret, ...publicKey } = privateKey;
  replaceFile(files.publicKeys, `${JSON.stringify({ keys: [publicKey] }, undefined, 2)}\n`);
}

/**
 * The private key, or undefined where none has been made.
 *
 * @throws OperatorError when the file holds something else.
 */
export function readPrivateKey({ privateKey }: KeyFiles): JWK | undefined {
  const text = readPrivateFileIfThere(privateKey);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as JWK;
  } catch {
    throw new OperatorError(`${privateKey} holds no key; restore it, or remove it to have the hub make a new one.`);
  }
}

async function newPrivateKey(): Promise<JWK> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const key = await exportJWK(pair.privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: SIGNING_ALGORITHM, use: 'sig' };
}
