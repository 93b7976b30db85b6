import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version as composerVersion } from '@apollo/composition/package.json';
import type { Subgraph } from './compose-supergraph';

const SUPERGRAPH = /^supergraph-[0-9a-f]{64}\.graphql$/;

/**
 * What outlives a restart: the schema each country served last (`FR.graphql`), and the supergraph composed last, named by
 * all it was composed from.
 */
export class SchemaFolder {
  constructor(private readonly folder: string) {}

  readCountry(code: string): Promise<string | undefined> {
    return this.read(`${code}.graphql`);
  }

  writeCountry(code: string, sdl: string): Promise<void> {
    return this.write(`${code}.graphql`, sdl);
  }

  readSupergraph(subgraphs: readonly Subgraph[]): Promise<string | undefined> {
    return this.read(supergraphFile(subgraphs));
  }

  /** Keeps this one and no other. */
  async writeSupergraph(subgraphs: readonly Subgraph[], supergraph: string): Promise<void> {
    const file = supergraphFile(subgraphs);
    await this.write(file, supergraph);
    const old = (await readdir(this.folder)).filter((name) => SUPERGRAPH.test(name) && name !== file);
    await Promise.all(old.map((name) => rm(join(this.folder, name), { force: true })));
  }

  private async read(file: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.folder, file), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** In one step, so that a reader never sees half of it. */
  private async write(file: string, text: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `${file}.${process.pid}.tmp`);
    await writeFile(draft, text);
    await rename(draft, join(this.folder, file));
  }
}

function supergraphFile(subgraphs: readonly Subgraph[]): string {
  const sources = [composerVersion, ...subgraphs.flatMap(({ name, sdl }) => [name, sdl])];
  return `supergraph-${createHash('sha256').update(JSON.stringify(sources)).digest('hex')}.graphql`;
}
