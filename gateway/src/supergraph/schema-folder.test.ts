import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCachingComposer } from './caching-composer';
import { SchemaFolder } from './schema-folder';

const one = [{ name: 'one', sdl: 'type Query { a: Int }' }];
const two = [...one, { name: 'two', sdl: 'type Query { b: Int }' }];

describe('the folder of schemas', () => {
  const parent = mkdtempSync(join(tmpdir(), 'schemas-'));
  const path = join(parent, 'made', 'when needed');
  const folder = new SchemaFolder(path);
  afterAll(() => rmSync(parent, { recursive: true }));

  it('keeps what a country served', async () => {
    expect(await folder.readCountry('FR')).toBeUndefined();
    await folder.writeCountry('FR', 'type A { a: Int }');
    expect(await folder.readCountry('FR')).toBe('type A { a: Int }');
  });

  it('keeps the supergraph of these very schemas, and the latest alone', async () => {
    await folder.writeSupergraph(one, 'first');
    expect(await folder.readSupergraph(one)).toBe('first');
    expect(await folder.readSupergraph(two)).toBeUndefined();
    await folder.writeSupergraph(two, 'second');
    expect(await folder.readSupergraph(one)).toBeUndefined();
    expect(readdirSync(path)).toHaveLength(2);
  });

  it('saves composing again', async () => {
    const compose = jest.fn(async () => ({ supergraph: 'third' }));
    const cached = createCachingComposer(folder, compose);
    expect(await cached(one)).toEqual({ supergraph: 'third' });
    expect(await cached(one)).toEqual({ supergraph: 'third' });
    expect(compose).toHaveBeenCalledTimes(1);
  });

  it('keeps no failure', async () => {
    const compose = jest.fn(async () => ({ problems: ['no'] }));
    const cached = createCachingComposer(folder, compose);
    expect(await cached(two)).toEqual({ problems: ['no'] });
    await cached(two);
    expect(compose).toHaveBeenCalledTimes(2);
  });

  it('fails where it can not write', async () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    await expect(new SchemaFolder(file).writeCountry('FR', '')).rejects.toThrow('EEXIST');
  });
});
