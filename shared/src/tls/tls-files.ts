import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ExposedFileError, readPrivateFile } from '../secrets';

/** A certificate and its private key, in PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
}

/** A setting that names a file, and the file. */
export interface NamedFile {
  readonly setting: string;
  readonly path: string;
}

/**
 * Reads a certificate, with those that lead to its authority, and its private key.
 *
 * @throws Error with one sentence that names the setting: a file can't be read, others can read the key, the two don't go together
 */
export function readTlsIdentity(cert: NamedFile, key: NamedFile): TlsIdentity {
  const identity = { cert: readPem(cert, publicText), key: readPem(key, readPrivateFile) };
  try {
    createSecureContext(identity);
  } catch {
    throw new Error(`${key.setting}: ${key.path} is not the private key of the certificate in ${cert.path}.`);
  }
  return identity;
}

/** Reads the certificates of authorities. @throws Error with one sentence that names the setting */
export function readAuthorities(file: NamedFile): string {
  return readPem(file, publicText);
}

function publicText(path: string): string {
  return readFileSync(path, 'utf8');
}

function readPem({ setting, path }: NamedFile, read: (path: string) => string): string {
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    throw new Error(`${setting}: ${error instanceof ExposedFileError ? error.message : `${path} can't be read.`}`);
  }
  if (!text.includes('-----BEGIN ')) throw new Error(`${setting}: ${path} holds nothing in PEM form (-----BEGIN …).`);
  return text;
}
