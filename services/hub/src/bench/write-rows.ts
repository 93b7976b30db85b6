import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { madeUpRows } from './made-up-rows';

/** One country's rows in a file that both databases read. */
export interface RowFile {
  readonly country: string;
  readonly patients: number;
  readonly path: string;
}

const LINES_PER_CHUNK = 2000;

/** Writes one country's made-up rows into a folder. */
export async function writeRows(folder: string, country: string, patients: number, seed: number): Promise<RowFile> {
  const path = join(folder, `${country}-${patients}.csv`);
  await pipeline(Readable.from(chunks(madeUpRows(country, patients, seed))), createWriteStream(path, { mode: 0o644 }));
  return { country, patients, path };
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < LINES_PER_CHUNK) continue;
    yield `${chunk.join('\n')}\n`;
    chunk = [];
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}
