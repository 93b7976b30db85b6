import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ExposedFileError, readPrivateFile } from '../secrets';
import { TlsSettingsError } from './tls-settings-error';

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
 * @throws TlsSettingsError: a file can't be read, others can read the key, the two don't go together
 */
export function readTlsIdentity(cert: NamedFile, key: NamedFile): TlsIdentity {
  const identity = { cert: readPem(cert, publicText), key: readPem(key, readPrivateFile) };
  try {
    createSecureContext(identity);
  } catch (error) {
    throw new TlsSettingsError(`${key.setting}: ${key.path} is not the private key of the certificate in ${cert.path}.`, { cause: error });
  }
  return identity;
}

/** Reads the certificates of authorities. @throws TlsSettingsError */
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
    throw new TlsSettingsError(`${setting}: ${error instanceof ExposedFileError ? error.message : `${path} can't be read.`}`, {
      cause: error,
    });
  }
  if (!text.includes('-----BEGIN ')) throw new TlsSettingsError(`${setting}: ${path} holds nothing in PEM form (-----BEGIN …).`);
  return text;
}
