import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../secrets';
import { MaskingKey } from './masking-key';

/**
 * The country's masking key, from its file; made at the first start. Several processes that start at once get the same one.
 *
 * @throws Error with one sentence when there is no folder to make it in, others can read the file, or it holds no such key
 */
export function openMaskingKey(file: string): MaskingKey {
  if (!existsSync(file)) make(file);
  const pem = readPrivateFile(file);
  try {
    return MaskingKey.fromPem(pem);
  } catch {
    throw new Error(`The masking key ${file} is no X25519 private key in PEM.`);
  }
}

function make(file: string): void {
  if (!existsSync(dirname(file))) throw new Error(`The masking key ${file} is not there, and no folder ${dirname(file)} to make it in.`);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writePrivateFile(draft, MaskingKey.generate().toPem());
  try {
    // unlike renaming, linking fails where another process was faster: its key is the country's then
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
