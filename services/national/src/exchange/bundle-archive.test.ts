import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { ArchiveLimits } from './archive-limits';
import { openBundleArchive } from './bundle-archive';

const limits: ArchiveLimits = { archiveBytes: 1 << 20, entries: 4, unpackedBytes: 4 << 20, ratio: 20 };

type Files = readonly (readonly [name: string, content: string, options?: { readonly mode?: number }])[];

function zipped(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, options = {}] of files) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

/** Where the entry of a file begins in the zip's directory; fields lie at fixed distances from it (APPNOTE 4.3.12). */
const directoryEntry = (zip: Buffer, name: string): number => zip.lastIndexOf(Buffer.from(name)) - 46;

async function patched(files: Files, patch: (zip: Buffer, entry: number) => void): Promise<Buffer> {
  const zip = await zipped(files);
  patch(zip, directoryEntry(zip, files[0]?.[0] ?? ''));
  return zip;
}

async function renamed(files: Files, from: string, to: string): Promise<Buffer> {
  return Buffer.from((await zipped(files)).toString('latin1').replaceAll(from, to), 'latin1');
}

const patients = ['patients.csv', 'patient_code\nFR-001-0001\n'] as const;

describe('a bundle that comes as a zip', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = async (zip: Buffer): Promise<Record<string, string>> => {
    const path = join(folder, 'bundle.zip');
    writeFileSync(path, zip);
    const archive = await openBundleArchive(path, 'FR', limits);
    const files: Record<string, string> = {};
    try {
      for await (const { name, pieces } of archive.files) {
        files[name] = '';
        for await (const piece of pieces) files[name] += piece;
      }
    } finally {
      archive.close();
    }
    return files;
  };

  it.each([
    ['directly', [patients, ['centers.csv', 'center_code\n']]],
    [
      "in the country's folder",
      [
        ['FR/patients.csv', patients[1]],
        ['FR/centers.csv', 'center_code\n'],
      ],
    ],
  ] as const)('has its files %s', async (_, files) => {
    expect(await read(await zipped(files))).toEqual({ 'patients.csv': patients[1], 'centers.csv': 'center_code\n' });
  });

  it('keeps letters whole, and shows bytes that are none', async () => {
    const name = `${'é'.repeat(100_000)}€`;
    const zip = new ZipFile();
    zip.addBuffer(Buffer.concat([Buffer.from(name), Buffer.from([0xff])]), 'centers.csv', { compress: false });
    zip.end();
    expect(await read(await buffer(zip.outputStream as Readable))).toEqual({ 'centers.csv': `${name}\uFFFD` });
  });

  it.each<readonly [fault: string, zip: () => Promise<Buffer>, message: RegExp]>([
    ['no zip', async () => Buffer.from('patient_code\n'), /The zip can't be taken/],
    ['nothing', async () => Buffer.alloc(0), /The zip can't be taken/],
    ['a zip cut off', async () => (await zipped([patients])).subarray(0, 60), /The zip can't be taken/],
    ['too many files', () => zipped(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.csv`, ''] as const)), /more than 4 files/],
    [
      'files too large together',
      () =>
        zipped([
          ['a.csv', 'a'.repeat(3 << 20)],
          ['b.csv', 'b'.repeat(2 << 20)],
        ]),
      /larger than 4194304 bytes/,
    ],
    ['too much in too little', () => zipped([['patients.csv', 'a'.repeat(3 << 20)]]), /more than 20 times its own size/],
    ['a name that leads out of it', () => renamed([['xx/patients.csv', '']], 'xx/', '../'), /invalid relative path/],
    ['an absolute name', () => renamed([['xetc/patients.csv', '']], 'xetc', '/etc'), /absolute path/],
    ['a name of another system', () => renamed([['xx/patients.csv', '']], 'xx/', 'x:\\'), /invalid characters|absolute path/],
    ['a folder of another country', () => zipped([['DE/patients.csv', '']]), /DE\/patients\.csv is in a folder/],
    ['a folder in a folder', () => zipped([['FR/old/patients.csv', '']]), /is in a folder/],
    ['a link', () => zipped([['patients.csv', '/etc/passwd', { mode: 0o120777 }]]), /is a link/],
    ['a zip within it', () => zipped([['FR.ZIP', 'PK']]), /a zip within the zip/],
    ['a file twice', () => renamed([patients, ['patientz.csv', '']], 'patientz', 'patients'), /patients\.csv stands in it twice/],
    ['an encrypted file', () => patched([patients], (zip, entry) => zip.writeUInt16LE(1, entry + 8)), /is encrypted/],
    ['a strange method', () => patched([patients], (zip, entry) => zip.writeUInt16LE(99, entry + 10)), /packed in a way that is not read/],
    ['a size that is too small', () => patched([patients], (zip, entry) => zip.writeUInt32LE(3, entry + 24)), /too many bytes/],
    ['a size that is too large', () => patched([patients], (zip, entry) => zip.writeUInt32LE(500, entry + 24)), /not enough bytes/],
    ['a packed size beyond its end', () => patched([patients], (zip, entry) => zip.writeUInt32LE(1 << 20, entry + 20)), /can't be taken/],
    ['content that is not what its sum says', () => patched([patients], (zip, entry) => zip.writeUInt32LE(7, entry + 16)), /is damaged/],
  ])('is refused with %s', async (_, zip, message) => {
    await expect(read(await zip())).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) });
  });
});
