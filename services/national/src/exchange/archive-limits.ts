/** What a bundle that comes as a zip may hold at most. */
export interface ArchiveLimits {
  /** Of the zip itself, in bytes. */
  readonly archiveBytes: number;
  /** Entries, folders among them. */
  readonly entries: number;
  /** Of all files together once they are unpacked, in bytes. */
  readonly unpackedBytes: number;
  /** How many times the zip's own size the files may unpack to; CSV files of registries shrink to a tenth. */
  readonly ratio: number;
}

const GIBIBYTE = 2 ** 30;

export const archiveLimits: ArchiveLimits = { archiveBytes: GIBIBYTE, entries: 32, unpackedBytes: 16 * GIBIBYTE, ratio: 100 };
