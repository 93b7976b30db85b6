import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegister } from '@registry-hub/shared/register';
import { createWorkerComposer } from './supergraph';
import { compileWorker } from './testing/compiled-worker';
import { FakeCountry } from './testing/fake-country';
import { eventually, TestGateway } from './testing/test-gateway';

const STATES = '{ countries { code status { state } } }';

describe('the supergraph through the life of a hub', () => {
  let hub: TestGateway;
  let austria: FakeCountry;
  let france: FakeCountry;

  beforeEach(async () => {
    hub = new TestGateway();
    austria = new FakeCountry({ code: 'AT', name: 'Austria' });
    france = new FakeCountry({ code: 'FR', name: 'France' });
    hub.register(await austria.start(), await france.start());
  });
  afterEach(async () => {
    await hub.end();
    await Promise.all([austria, france].map((country) => country.stop()));
  });

  it('is composed once and found again at the next start', async () => {
    await hub.start();
    expect((await hub.ask('{ france { code } austria { code } }')).errors).toBeUndefined();
    await hub.stop();
    await hub.start();
    expect((await hub.ask('{ france { code } austria { code } }')).errors).toBeUndefined();
    expect(hub.compositions).toBe(1);
  });

  it('holds a country that is down, by the schema it served last', async () => {
    france.template = france.template.replace('leaking: String', 'leaking: String motto: String');
    austria.template = france.template;
    await hub.start();
    await hub.stop();
    await france.stop();
    await hub.start();
    const { data, errors } = await hub.ask('{ france { registry { motto } } austria { registry { motto } } }');
    expect(data).toEqual({ france: null, austria: { registry: { motto: null } } });
    expect(errors).toHaveLength(1);
    expect(hub.compositions).toBe(1);
    await france.start();
    const back = await eventually(
      () => hub.ask('{ france { code } }'),
      (answer) => answer.errors === undefined,
    );
    expect(back.data).toEqual({ france: { code: 'FR' } });
  });

  it('holds a country that was never seen, by the standard schema', async () => {
    await france.stop();
    await hub.start();
    const { data, errors } = await hub.ask('{ france { registry { registeredCases } } austria { code } }');
    expect(data).toEqual({ france: null, austria: { code: 'AT' } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'COUNTRY_UNAVAILABLE', country: 'FR' });
  });

  it('takes in a country that joins while queries go on, and loses none of them', async () => {
    const worker = compileWorker();
    const joining = new TestGateway({ compose: createWorkerComposer(worker.file), timings: { query: 10_000, probe: 5000 } });
    joining.register(...readRegister(hub.registerFile).countries);
    await joining.start();
    const poland = new FakeCountry({ code: 'PL', name: 'Poland' });
    let asked = 0;
    const over = new AbortController();
    const failures: unknown[] = [];
    const loop = (async () => {
      while (!over.signal.aborted) {
        const answer = await joining.ask('{ countries { code registry { registeredCases } } france { code } }');
        asked += 1;
        if (answer.errors !== undefined || answer.status !== 200) failures.push(answer);
      }
    })();
    joining.register(...readRegister(hub.registerFile).countries, await poland.start());
    const { data } = await eventually(
      () => joining.ask('{ poland { registry { registeredCases } status { state } } }'),
      ({ errors }) => errors === undefined,
    );
    over.abort();
    await loop;
    await poland.stop();
    await joining.end();
    worker.remove();
    expect(data).toEqual({ poland: { registry: { registeredCases: 7 }, status: { state: 'UP' } } });
    expect(asked).toBeGreaterThan(2);
    expect(failures).toEqual([]);
  });

  it('takes over the schema of a country that comes back with another one', async () => {
    await hub.start();
    await Promise.all([austria.stop(), france.stop()]);
    await eventually(
      () => hub.ask(STATES),
      ({ data }) => !JSON.stringify(data).includes('UP'),
    );
    for (const country of [austria, france])
      country.template = country.template.replace('leaking: String', 'leaking: String motto: String');
    await Promise.all([austria.start(), france.start()]);
    const { data } = await eventually(
      () => hub.ask('{ france { registry { motto } } }'),
      ({ errors }) => errors === undefined,
    );
    expect(data).toEqual({ france: { registry: { motto: null } } });
  });

  it.each([
    ['does not compose', (template: string) => template.replace('registeredCases: Int!', 'registeredCases: [String]')],
    ['is no schema', () => 'type {'],
    [
      'takes away what belongs to others',
      (template: string) => template.replace('{ rename(', '{ code: Int @override(from: "austria") rename('),
    ],
  ])('goes on with the last good one when the schema of a country %s', async (_, change) => {
    await hub.start();
    await france.stop();
    await eventually(
      () => hub.ask(STATES),
      ({ data }) => JSON.stringify(data).includes('DOWN'),
    );
    const kept = readFileSync(join(hub.schemaFolder, 'FR.graphql'), 'utf8');
    france.servedSdl = change(france.template).replaceAll('Exampleland', 'France').replaceAll('exampleland', 'france');
    await france.start();
    const degraded = await eventually(
      () => hub.ask('{ country(code: "FR") { status { state message } } }'),
      ({ data }) => JSON.stringify(data).includes('DEGRADED'),
    );
    expect(degraded.data).toEqual({
      country: {
        status: { state: 'DEGRADED', message: 'The schema this registry serves can not be joined to the others; an older one is in use.' },
      },
    });
    expect((await hub.ask('{ france { registry { registeredCases } } austria { code } }')).data).toEqual({
      france: { registry: { registeredCases: 7 } },
      austria: { code: 'AT' },
    });
    expect(readFileSync(join(hub.schemaFolder, 'FR.graphql'), 'utf8')).toBe(kept);
  });

  it('leaves out a country that bears the name of a type, and takes in the next one all the same', async () => {
    await hub.start();
    const [europe, poland] = [new FakeCountry({ code: 'EU', name: 'Europe' }), new FakeCountry({ code: 'PL', name: 'Poland' })];
    hub.register(...readRegister(hub.registerFile).countries, await europe.start(), await poland.start());
    const { data } = await eventually(
      () => hub.ask('{ poland { code } countries { code } europe { __typename } }'),
      ({ errors }) => errors === undefined,
    );
    expect(data).toEqual({
      poland: { code: 'PL' },
      countries: ['AT', 'FR', 'PL'].map((code) => ({ code })),
      europe: { __typename: 'Europe' },
    });
    await Promise.all([europe.stop(), poland.stop()]);
  });

  it('does not start on a port that is taken', async () => {
    const [taken] = readRegister(hub.registerFile).countries;
    const port = Number(new URL(taken?.url ?? '').port);
    const second = new TestGateway({ port });
    second.register();
    await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await second.end();
  });

  it('does not start without a register', async () => {
    const lost = new TestGateway();
    await expect(lost.start()).rejects.toThrow('countries.json');
    await lost.end();
  });
});
