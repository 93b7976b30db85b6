import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badUserInput } from '@registry-hub/shared/errors';

/**
 * Keeps an upload in a temporary file, readable by this process's account alone, as long as the work takes: a zip tells what it
 * holds at its end.
 *
 * @throws HubError BAD_USER_INPUT when it is larger than so many bytes
 */
export async function withSpooledUpload<T>(upload: Readable, limit: number, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const path = join(folder, 'bundle.zip');
    await pipeline(upload, upTo(limit), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function upTo(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      if (size <= limit) done(null, chunk);
      else done(badUserInput({ field: 'bundle', message: `What is handed over is larger than ${limit} bytes.` }));
    },
  });
}
