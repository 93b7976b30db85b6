import type { Entry } from 'yauzl';
import type { ArchiveLimits } from './archive-limits';

/** Below this, files are small whatever their ratio. */
const ALWAYS_FINE_BYTES = 2 ** 20;

/** The type bits of a Unix file mode, and what they are for a symbolic link. */
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** DEFLATE and none: what `zip` and every spreadsheet's export make. */
const METHODS: ReadonlySet<number> = new Set([0, 8]);

/** A file in an archive, and the name under which a bundle has it. */
export interface ArchivedFile {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The files of an archive that its directory tells of, before any of them is unpacked. They lie in it directly, or all in one
 * folder named by the country's code.
 *
 * @throws Error with a sentence that says why the archive is no bundle
 */
export function filesOfArchive(
  entries: readonly Entry[],
  archiveBytes: number,
  country: string,
  limits: ArchiveLimits,
): readonly ArchivedFile[] {
  const files = entries.filter(({ fileName }) => fileName !== `${country}/`);
  const seen = new Set<string>();
  for (const entry of files) {
    const fault = faultOf(entry, country) ?? (seen.has(entry.fileName) ? 'stands in it twice' : undefined);
    if (fault !== undefined) throw new Error(`${shownName(entry.fileName)} ${fault}`);
    seen.add(entry.fileName);
  }
  const unpacked = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > limits.unpackedBytes) throw new Error(`its files are larger than ${limits.unpackedBytes} bytes together`);
  if (unpacked > Math.max(ALWAYS_FINE_BYTES, archiveBytes * limits.ratio)) {
    throw new Error(`its files unpack to more than ${limits.ratio} times its own size`);
  }
  return files.map((entry) => ({ name: nameInBundle(entry, country), entry }));
}

function faultOf(entry: Entry, country: string): string | undefined {
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) return 'is a link, and not a file';
  if (entry.isEncrypted()) return 'is encrypted; a bundle travels on an encrypted connection instead';
  if (!METHODS.has(entry.compressionMethod)) return 'is packed in a way that is not read; use DEFLATE';
  const name = nameInBundle(entry, country);
  if (name.includes('/')) return `is in a folder; files lie in the zip directly, or in ${country}/`;
  return name.toLowerCase().endsWith('.zip') ? 'is a zip within the zip' : undefined;
}

function nameInBundle({ fileName }: Entry, country: string): string {
  return fileName.startsWith(`${country}/`) ? fileName.slice(country.length + 1) : fileName;
}

const LONGEST_SHOWN = 60;

/** A name from outside as a message may show it. */
function shownName(fileName: string): string {
  return /^[\w./-]+$/.test(fileName) && fileName.length <= LONGEST_SHOWN ? fileName : 'a file of it';
}
