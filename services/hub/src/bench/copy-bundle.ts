import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleFormat, recordKinds } from '@registry-hub/shared/domain';
import { withClient } from './central-postgres';

const DATABASE = 'copied';

/** Makes an empty registry beside a country's, with the same tables, indexes and constraints. @returns its address */
export async function makeCopyTarget(adminUrl: string, country: string): Promise<string> {
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${DATABASE} TEMPLATE registry_${country.toLowerCase()}`));
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}

/** Copies the files of a bundle into the tables of their names, in one transaction, by the server itself. */
export async function copyBundle(url: string, folder: string): Promise<void> {
  const there = new Set(readdirSync(folder));
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    for (const kind of recordKinds) {
      const { file } = bundleFormat[kind];
      if (!there.has(file)) continue;
      const path = join(folder, file);
      await client.query(`COPY ${basename(file, '.csv')} (${headerOf(path)}) FROM '${path}' (FORMAT csv, HEADER)`);
    }
    await client.query('COMMIT');
  });
}

const LONGEST_HEADER = 4096;

function headerOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const begin = Buffer.alloc(LONGEST_HEADER);
    readSync(file, begin, 0, LONGEST_HEADER, 0);
    return begin.toString('utf8').split('\n', 1)[0] ?? '';
  } finally {
    closeSync(file);
  }
}
