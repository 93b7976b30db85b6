import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standardSchema } from '@registry-hub/shared/domain';
import { CountryFault } from '../countries';
import { nationalTemplate } from '../testing/national-template';
import { plainSchema } from './plain-schema';
import { SchemaFinder } from './schema-finder';
import { SchemaFolder } from './schema-folder';

const france = { code: 'FR', name: 'France' };
const standard = plainSchema(standardSchema(nationalTemplate, france));
const more = standard.replace('leaking: String', 'leaking: String motto: String');

describe("finding a country's schemas", () => {
  const path = mkdtempSync(join(tmpdir(), 'finder-'));
  const folder = new SchemaFolder(path);
  afterAll(() => rmSync(path, { recursive: true }));
  beforeAll(() => folder.writeCountry('FR', 'kept'));

  const finder = (answer: () => Promise<{ data?: Record<string, unknown> | null }>, extended?: string) =>
    new SchemaFinder({
      clients: { post: answer },
      signQuestion: async (countries) => `for ${countries.join()}`,
      folder,
      template: nationalTemplate,
      extended: () => extended,
      timeoutMs: 1000,
    });
  const serving = (sdl: string) => finder(async () => ({ data: { _service: { sdl } } }));

  it('gives the one it serves, the one kept, the standard one', async () => {
    expect(await serving(more).find(france)).toEqual({
      country: france,
      schemas: [plainSchema(more), 'kept', standard],
      served: plainSchema(more),
    });
  });

  it('gives the one it is known for before the standard one, while it shows none', async () => {
    const silent = finder(async () => ({ data: null }), more);
    expect((await silent.find(france)).schemas).toEqual(['kept', plainSchema(more), standard]);
  });

  it('gives each once', async () => {
    expect(
      (await serving(nationalTemplate.replaceAll('Exampleland', 'France').replaceAll('exampleland', 'france')).find(france)).schemas,
    ).toEqual([standard, 'kept']);
  });

  it.each([
    ['does not answer', () => Promise.reject(new CountryFault(france, { kind: 'TIMEOUT', delivered: true, reason: 'deadline' }))],
    ['does not show it', async () => ({ data: null })],
  ])('does without the one it serves when it %s', async (_, answer) => {
    expect(await finder(answer).find(france)).toEqual({ country: france, schemas: ['kept', standard] });
  });

  it.each([
    ['is none', 'type {', /Syntax Error/],
    ['is not allowed', `${more} extend type Query { germany: Int }`, /Query.germany is not for this country/],
  ])('tells why the one it serves is not taken: it %s', async (_, sdl, problem) => {
    const one = serving(sdl);
    const expected = { country: france, schemas: ['kept', standard], problem: expect.stringMatching(problem) };
    expect(await one.find(france)).toEqual(expected);
    expect(await one.find(france)).toEqual(expected);
  });

  it('hides no fault of its own', async () => {
    await expect(finder(() => Promise.reject(new TypeError('oops'))).find(france)).rejects.toThrow('oops');
  });
});
