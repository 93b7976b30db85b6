import { StartRefusal } from '@registry-hub/shared/server';
import { NOTHING_DECLARED } from '@registry-hub/shared/statistics';
import { chooseExtensions } from './choose-extensions';
import { EXTENSION_INTERFACE_VERSION } from './interface-version';
import type { NationalExtension } from './national-extension';

const extension = (name: string, compatibility = '^1.0.0'): NationalExtension => ({
  name,
  title: name,
  version: '2.3.4',
  compatibility,
  migrations: [],
  formats: [],
  recordRules: [],
  caseRules: [],
  derivation: { version: 1, catalogue: NOTHING_DECLARED, derive: () => ({}) },
  api: { resolvers: () => [], rights: [], doors: [] },
});
const registry = { FR: [extension('one'), extension('two')] };
const names = (country: string, wanted?: readonly string[]): readonly string[] =>
  chooseExtensions(country, registry, wanted).all.map(({ name }) => name);

describe('the extensions that a country starts with', () => {
  it('are all there are for it, unless its settings name some', () => {
    expect(names('FR')).toEqual(['one', 'two']);
    expect(names('FR', ['two'])).toEqual(['two']);
    expect(names('FR', [])).toEqual([]);
    expect(names('DE')).toEqual([]);
  });

  it.each([
    ['FR', 'three', 'EXTENSIONS names three, which is no extension for FR; there is one, two.'],
    ['DE', 'one', 'EXTENSIONS names one, which is no extension for DE; there is none.'],
  ])('do not hold one that is unknown in %s', (country, name, sentence) => {
    expect(() => names(country, [name])).toThrow(new StartRefusal(sentence));
  });

  it.each(['^2.0.0', '>=1.5.0', '0.x', 'no range'])('do not hold one that works with %s', (range) => {
    const start = (): unknown => chooseExtensions('FR', { FR: [extension('late', range)] }, undefined);
    expect(start).toThrow(StartRefusal);
    expect(start).toThrow(
      `The extension late 2.3.4 needs an extension interface of ${range}, and this service has ${EXTENSION_INTERFACE_VERSION};`,
    );
  });
});
