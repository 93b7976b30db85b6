import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { type HttpEndpoint, type Logger, openHttpEndpoint } from '@registry-hub/shared/server';
import { caseFacts } from '@registry-hub/shared/testing';
import express from 'express';
import { AuditHistory } from '../audit';
import { exportedTypes, RegistryExporter } from '../export';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';
import { addExchangeRoutes } from './add-exchange-routes';
import { LONGEST_RESOURCE } from './resource-lines';

const callers: Readonly<Record<string, Caller>> = { coordinator: callerAs('COORDINATOR'), lead: callerAs('LEAD') };
const centers = [{ centerCode: 'FR-001', name: 'University Hospital Poitiers', city: 'Poitiers' }];
const cases = [
  caseFacts({ mutations: [{}], adverseEvents: [{ term: 'Nausea, "severe"\nat night' }, { term: 'Rash' }] }),
  caseFacts({ patient: { patientCode: 'FR-001-0002', consentedOn: undefined }, failure: undefined }),
];
const silent = { error: () => undefined, warn: () => undefined } as Pick<Logger, 'error' | 'warn'> as Logger;

interface Door {
  readonly registry: TestRegistry;
  readonly endpoint: HttpEndpoint;
}

async function openDoor(): Promise<Door> {
  const registry = await openTestRegistry();
  const app = express();
  addExchangeRoutes(app, {
    country: 'FR',
    importer: registry.services.importer,
    exporter: new RegistryExporter(registry.dataSource, () => TEST_NOW),
    verify: async (authorization) => {
      const caller = callers[authorization ?? ''];
      if (!caller) throw new HubError('UNAUTHENTICATED');
      return caller;
    },
    rates: { countCaller: async () => undefined },
    clock: () => TEST_NOW,
    logger: silent,
  });
  return { registry, endpoint: await openHttpEndpoint(app, '127.0.0.1', 0) };
}

async function closeDoor({ registry, endpoint }: Door): Promise<void> {
  await endpoint.close();
  await registry.close();
}

const download = ({ endpoint }: Door, path: string, authorization = 'coordinator'): Promise<Response> =>
  fetch(`${endpoint.origin}${path}`, { headers: { authorization } });

async function upload(
  { endpoint }: Door,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  query = '',
): Promise<readonly Record<string, unknown>[]> {
  const headers = { authorization: 'coordinator', 'content-type': type };
  const answer = await fetch(`${endpoint.origin}/fhir/$import${query}`, { method: 'POST', headers, body });
  return (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const bundleOf = async (door: Door): Promise<Buffer> => Buffer.from(await (await download(door, '/export')).arrayBuffer());

describe('FHIR through the doors', () => {
  let source: Door;
  let target: Door;
  beforeEach(async () => {
    [source, target] = await Promise.all([openDoor(), openDoor()]);
    await source.registry.importCases(centers, cases);
  });
  afterEach(() => Promise.all([closeDoor(source), closeDoor(target)]));

  it('carries a registry to an empty one, whose bundle is then the same to the byte', async () => {
    const zip = new Uint8Array(await (await download(source, '/fhir/$export')).arrayBuffer());
    const lines = await upload(target, zip, 'application/zip');
    expect(lines.at(-1)).toEqual({ report: expect.objectContaining({ stored: true, refused: false, patients: 2 }) });
    expect((await bundleOf(target)).equals(await bundleOf(source))).toBe(true);
    expect((await upload(source, zip, 'application/zip')).at(-1)).toMatchObject({ report: { patientsChanged: 0, dataQueriesRaised: 0 } });
  });

  it('gives each type as NDJSON, which together are taken as a Bundle', async () => {
    const entry: object[] = [];
    for (const type of exportedTypes) {
      const answer = await download(source, `/fhir/$export?_type=${type}`);
      expect(answer.headers.get('content-type')).toContain('application/fhir+ndjson');
      const lines = (await answer.text()).split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const resource = JSON.parse(line) as { readonly resourceType: string };
        expect(resource.resourceType).toBe(type);
        entry.push({ resource });
      }
    }
    const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: entry.toReversed() });
    expect((await upload(target, bundle, 'application/fhir+json', '?dryRun=true')).at(-1)).toMatchObject({
      report: { stored: false, refused: false },
    });
    expect((await upload(target, bundle, 'application/fhir+json')).at(-1)).toMatchObject({ report: { stored: true } });
    expect((await bundleOf(target)).equals(await bundleOf(source))).toBe(true);
  });

  it('names what refuses it by resource and element, whether reading or a clinical rule finds it', async () => {
    const patients = await (await download(source, '/fhir/$export?_type=Patient')).text();
    const named = await upload(
      target,
      patients.replace('"gender":"female"', '"gender":"female","name":[{"text":"x"}]'),
      'application/fhir+ndjson',
    );
    expect(named).toContainEqual({
      problem: expect.objectContaining({ rule: 'IDENTIFYING_ELEMENT', id: 'FR-001-0001', path: 'Patient.name' }),
    });
    expect(named.at(-1)).toMatchObject({ report: { stored: false, refused: true } });

    const failures = (await (await download(source, '/fhir/$export?_type=Observation')).text())
      .split('\n')
      .filter((line) => line.includes('"FR-001-0001-failure"'))
      .join('\n');
    const late = await upload(source, failures.replace('"2005-02-10"', '"2002-02-10"'), 'application/fhir+ndjson');
    expect(late).toContainEqual({
      problem: expect.objectContaining({
        severity: 'HARD',
        resourceType: 'Observation',
        id: 'FR-001-0001-failure',
        path: 'Observation.component[0].valueDateTime',
      }),
    });
    expect(late.at(-1)).toMatchObject({ report: { stored: false, refused: true } });
  });

  it('takes a long Bundle entry by entry, whoever is spoken of before who it is', async () => {
    // more exports at once than there are connections
    const types = exportedTypes.toReversed();
    const files = await Promise.all(types.map(async (type) => (await download(source, `/fhir/$export?_type=${type}`)).text()));
    // addresses of another system's making, and a narrative that no registry keeps
    const foreign = files
      .join('')
      .replaceAll('"Patient/FR-001-', '"Patient/p-')
      .replaceAll(/("Patient","id":")FR-001-/g, '$1p-');
    const entry = foreign
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({
        resource: { ...(JSON.parse(line) as object), text: { status: 'generated', div: '<div>x</div>'.repeat(20_000) } },
      }));
    const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
    expect(bundle.length).toBeGreaterThan(LONGEST_RESOURCE);
    const lines = await upload(target, bundle, 'application/fhir+json');
    expect(lines.at(-1)).toEqual({ report: expect.objectContaining({ stored: true, refused: false, patients: 2, patientsChanged: 2 }) });
    expect((await bundleOf(target)).equals(await bundleOf(source))).toBe(true);

    for (const broken of [bundle.slice(0, -1), bundle.replace('"Bundle"', '"Parcel"')]) {
      expect((await upload(target, broken, 'application/fhir+json')).at(-1)).toMatchObject({
        error: { message: expect.stringContaining('must be a Bundle, and whole JSON'), extensions: { code: 'BAD_USER_INPUT' } },
      });
    }
  });

  it('refuses a line that is longer than any resource, before all of it is in memory', async () => {
    const line = JSON.stringify({ resourceType: 'Patient', text: { div: 'x'.repeat(LONGEST_RESOURCE) } });
    expect((await upload(target, line.repeat(2), 'application/fhir+ndjson')).at(-1)).toMatchObject({
      error: { extensions: { code: 'BAD_USER_INPUT' }, status: 400 },
    });
  });

  it('carries objections to secondary use, with their days, and never takes one back', async () => {
    const { consentDesk } = source.registry.contextOf(callerAs('COORDINATOR'));
    await consentDesk.setEhdsOptOut('FR-001-0001', true, '2026-03-01', undefined);
    const zip = new Uint8Array(await (await download(source, '/fhir/$export')).arrayBuffer());
    expect((await upload(target, zip, 'application/zip')).at(-1)).toMatchObject({ report: { stored: true } });
    const objections = ({ registry }: Door): Promise<unknown> =>
      registry.dataSource.query(`
        SELECT patients.patient_code, patients.ehds_opt_out, patients.ehds_opt_out_on::text, derived_cases.ehds_opt_out AS derived
          FROM patients JOIN derived_cases USING (patient_code) ORDER BY 1`);
    expect(await objections(target)).toEqual(await objections(source));
    expect(await objections(target)).toMatchObject([
      { ehds_opt_out: true, ehds_opt_out_on: '2026-03-01', derived: true },
      { ehds_opt_out: false },
    ]);
    const { items } = await new AuditHistory(target.registry.dataSource.manager).history('FR-001-0001', { first: 1 });
    expect(items[0]?.records.at(-1)).toEqual({
      kind: 'case',
      key: ['FR-001-0001'],
      before: { ehdsOptOut: false },
      after: { ehdsOptOut: true, ehdsOptOutOn: '2026-03-01' },
    });

    expect((await upload(target, zip, 'application/zip')).at(-1)).toMatchObject({ report: { patientsChanged: 0 } });
    await consentDesk.setEhdsOptOut('FR-001-0001', false, '2026-04-01', undefined);
    const without = new Uint8Array(await (await download(source, '/fhir/$export')).arrayBuffer());
    expect((await upload(target, without, 'application/zip')).at(-1)).toMatchObject({ report: { patientsChanged: 0 } });
  });

  it('tells a damaged zip while it is read, with nothing stored', async () => {
    const zip = new Uint8Array(await (await download(source, '/fhir/$export')).arrayBuffer());
    zip.fill(7, 60, 80);
    expect((await upload(target, zip, 'application/zip')).at(-1)).toMatchObject({
      error: { extensions: { code: 'BAD_USER_INPUT' }, status: 400 },
    });
    expect(await target.registry.dataSource.query('SELECT 1 FROM patients')).toEqual([]);
  });

  it('is in the audit trail with everybody it showed', async () => {
    await (await download(source, '/fhir/$export?_type=Consent')).text();
    const { items } = await new AuditHistory(source.registry.dataSource.manager).page(undefined, { first: 1 });
    expect(items).toMatchObject([{ action: 'EXPORT', patientCodes: ['FR-001-0001', 'FR-001-0002'] }]);
  });

  it('is for coordinators, and for what the registry exports', async () => {
    expect((await download(source, '/fhir/$export', 'lead')).status).toBe(403);
    expect((await download(source, '/fhir/$export', 'nobody')).status).toBe(401);
    expect((await download(source, '/fhir/$export?_type=Encounter')).status).toBe(400);
    const headers = { authorization: 'coordinator', 'content-type': 'text/csv' };
    expect((await fetch(`${source.endpoint.origin}/fhir/$import`, { method: 'POST', headers, body: 'x' })).status).toBe(400);
  });
});
