import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePieces } from './bundle-csv';
import type { Cohort, CountryCohort } from './cohort';

/** What was written for one country. */
export interface WrittenBundle {
  readonly country: string;
  readonly folder: string;
  /** Records in all files of the folder, header lines not counted. */
  readonly records: number;
}

/**
 * Writes `<directory>/<CC>/<file>.csv` for every country of the cohort, replacing files of these names. Cases go to disk as
 * they are made, so memory does not grow with their number.
 */
export async function writeBundles(cohort: Cohort, directory: string): Promise<readonly WrittenBundle[]> {
  const written: WrittenBundle[] = [];
  for (const part of cohort) written.push(await writeBundle(part, join(directory, part.country)));
  return written;
}

async function writeBundle(part: CountryCohort, folder: string): Promise<WrittenBundle> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, BufferedFile>();
  let records = 0;
  try {
    for (const piece of bundlePieces(part)) {
      const file = files.get(piece.file) ?? new BufferedFile(await open(join(folder, piece.file), 'w'));
      files.set(piece.file, file);
      records += piece.records;
      if (file.add(piece.text)) await file.flush();
    }
    for (const file of files.values()) await file.flush();
  } finally {
    for (const file of files.values()) await file.close();
  }
  return { country: part.country, folder, records };
}

const FLUSH_AT_CHARACTERS = 262_144;

/** A file that takes small pieces and writes large ones. */
class BufferedFile {
  private pieces: string[] = [];
  private length = 0;

  constructor(private readonly handle: FileHandle) {}

  /** Takes a piece; true when enough has gathered to be worth a {@link flush}. */
  add(text: string): boolean {
    this.pieces.push(text);
    this.length += text.length;
    return this.length >= FLUSH_AT_CHARACTERS;
  }

  async flush(): Promise<void> {
    const text = this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    await this.handle.writeFile(text);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
