import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgainstR4 } from '../bench/r4-objections';
import { unzip } from '../bench/unzip';
import { type CommandOutcome, hubCommand, RunningHub } from '../testing/running-hub';

const HUB_MS = 240_000;

/** Of so many resources one is held against the definitions. */
const EVERY = 20;

describe('the published cohort, from a hub to an empty one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'round-trips-'));
  const at = (...names: readonly string[]): string => join(folder, ...names);
  const files = (name: string): Readonly<Record<string, Buffer>> =>
    Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(at(name, file))]));

  async function done(command: Promise<CommandOutcome>): Promise<CommandOutcome> {
    const outcome = await command;
    expect(outcome).toMatchObject({ exitCode: 0 });
    return outcome;
  }

  async function withHub(settings: Readonly<Record<string, string>>, work: (hub: RunningHub) => Promise<unknown>): Promise<void> {
    const hub = await RunningHub.start(settings);
    try {
      await work(hub);
    } finally {
      await hub.discard();
    }
  }

  /** Hands something to an empty hub, and writes the bundles that it then gives to a folder of this name. */
  function throughEmptyHub(words: readonly string[], name: string, more?: (hub: RunningHub) => Promise<void>): Promise<void> {
    return withHub({ HUB_SEED: 'none' }, async (hub) => {
      await done(hub.command(...words));
      await done(hub.command('export', at(name)));
      await more?.(hub);
    });
  }

  beforeAll(async () => {
    await done(hubCommand(['synthesize', at('made'), '--published'], {}));
    await withHub({}, async (hub) => {
      await done(hub.command('export', at('first')));
      await done(hub.command('fhir', 'export', at('fhir')));
    });
  }, HUB_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leaves with every row that came, to the byte', async () => {
    const countries = readdirSync(at('first')).map((zip) => zip.slice(0, 2));
    expect(countries).toEqual(readdirSync(at('made')));
    for (const country of countries) {
      for (const name of await unzip(at('first', `${country}.zip`), at('exported', country))) {
        const rows = readFileSync(at('exported', country, name), 'utf8');
        // a file of which the cohort has no row need not be in its bundle
        const isMade = readdirSync(at('made', country)).includes(name);
        const made = isMade ? readFileSync(at('made', country, name), 'utf8') : `${rows.split('\n', 1).join('')}\n`;
        // an export has all rows in the order of their keys
        const inOrder = (text: string): readonly string[] => text.split('\n').toSorted();
        expect([country, name, inOrder(rows)]).toEqual([country, name, inOrder(made)]);
      }
    }
  });

  it(
    'is the same to the byte by way of FHIR, and another hub says what it can not take',
    async () => {
      await throughEmptyHub(['fhir', 'import', at('fhir')], 'by-fhir', async (hub) => {
        const dry = await hub.command('fhir', 'import', at('fhir'), '--dry-run');
        expect(dry.stderr.match(/accepted, \d+ patients \(0 changed\) in \d+ rows, 0 data queries/g)).toHaveLength(9);
      });
      expect(files('by-fhir')).toEqual(files('first'));
    },
    HUB_MS,
  );

  it('is resources in which a third party finds nothing wrong', async () => {
    let seen = 0;
    for (const zip of readdirSync(at('fhir'))) {
      await unzip(at('fhir', zip), at('resources', zip));
      const check = await checkAgainstR4(at('resources', zip), EVERY);
      expect([zip, check.objections]).toEqual([zip, []]);
      seen += check.seen;
    }
    expect(seen).toBeGreaterThan(500);
  });

  it(
    'is the same to the byte by way of REDCap',
    async () => {
      const thereAndBack = async (zip: string): Promise<void> => {
        const country = zip.slice(0, 2);
        await unzip(at('first', zip), at('to-redcap', country));
        await done(hubCommand(['redcap', 'export', at('to-redcap', country), at(`${country}.csv`)], {}));
        await done(hubCommand(['redcap', 'bundle', at(`${country}.csv`), at('from-redcap', country)], {}));
      };
      await Promise.all(readdirSync(at('first')).map(thereAndBack));
      await throughEmptyHub(['import', at('from-redcap')], 'by-redcap');
      expect(files('by-redcap')).toEqual(files('first'));
    },
    HUB_MS,
  );
});
