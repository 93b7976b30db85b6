import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { type HttpEndpoint, type Logger, openHttpEndpoint } from '@registry-hub/shared/server';
import { caseFacts } from '@registry-hub/shared/testing';
import express from 'express';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { RegistryExporter } from '../export';
import type { BundleFile } from '../intake';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry, writeBundle } from '../testing';
import { addExchangeRoutes } from './add-exchange-routes';

const callers: Readonly<Record<string, Caller>> = {
  coordinator: callerAs('COORDINATOR'),
  validator: callerAs('VALIDATOR'),
  lead: callerAs('LEAD'),
  stranger: { ...callerAs('COORDINATOR'), country: 'DE' },
};
const files = writeBundle([{ centerCode: 'FR-001', name: 'University Hospital Poitiers' }], [caseFacts({})]);

function zipped(bundle: readonly BundleFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content } of bundle) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

const silent = { error: () => undefined, warn: () => undefined } as Pick<Logger, 'error' | 'warn'> as Logger;

describe('the doors beside GraphQL', () => {
  let registry: TestRegistry;
  let endpoint: HttpEndpoint;
  beforeEach(async () => {
    registry = await openTestRegistry();
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
    endpoint = await openHttpEndpoint(app, '127.0.0.1', 0);
  });
  afterEach(async () => {
    await endpoint.close();
    await registry.close();
  });

  const upload = async (zip: Buffer, caller = 'coordinator', query = '', type = 'application/zip'): Promise<Response> =>
    fetch(`${endpoint.origin}/import${query}`, {
      method: 'POST',
      headers: { authorization: caller, 'content-type': type },
      body: new Uint8Array(zip),
    });
  const linesOf = async (response: Response): Promise<readonly Record<string, unknown>[]> =>
    (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const patients = (): Promise<unknown[]> => registry.dataSource.query('SELECT patient_code FROM patients');

  it('takes a zip, tells how far it is, every problem and the report', async () => {
    const answer = await upload(await zipped(files));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('application/x-ndjson')]);
    const lines = await linesOf(answer);
    expect(lines[0]).toEqual({ progress: { stage: 'STORING', patients: 1, of: 1 } });
    expect(lines.at(-1)).toEqual({
      report: expect.objectContaining({ stored: true, refused: false, patients: 1, patientsChanged: 1 }),
    });
    expect(await patients()).toHaveLength(1);
  });

  it('stores nothing on a dry run, and names the rows of a refused bundle', async () => {
    expect((await linesOf(await upload(await zipped(files), 'coordinator', '?dryRun=true'))).at(-1)).toMatchObject({
      report: { stored: false },
    });
    const faulty = files.map(({ name, content }) => ({ name, content: name === 'patients.csv' ? content.replace(',F,', ',X,') : content }));
    const lines = await linesOf(await upload(await zipped(faulty)));
    expect(lines).toContainEqual({
      problem: expect.objectContaining({ severity: 'HARD', file: 'patients.csv', line: 2, column: 'sex', rule: 'UNKNOWN_ENUM_VALUE' }),
    });
    expect(lines.at(-1)).toMatchObject({ report: { refused: true, stored: false } });
    expect(await patients()).toEqual([]);
  });

  it('refuses what is no zip before it begins, and a damaged one while it reads, with nothing stored', async () => {
    expect((await upload(Buffer.from('patient_code'))).status).toBe(400);
    expect((await upload(await zipped(files), 'coordinator', '', 'text/csv')).status).toBe(400);
    expect((await upload(await zipped(files), 'coordinator', '?dryRun=perhaps')).status).toBe(400);
    const damaged = await zipped(files);
    damaged.writeUInt32LE(7, damaged.lastIndexOf('failures.csv') - 30);
    expect((await linesOf(await upload(damaged))).at(-1)).toMatchObject({ error: { extensions: { code: 'BAD_USER_INPUT' } } });
    expect(await patients()).toEqual([]);
  });

  it.each<[lie: string, at: number, value: number, message: RegExp]>([
    ['a size that is too small', 24, 3, /too many bytes/],
    ['a size that is too large', 24, 4000, /not enough bytes/],
    ['a size that passes every limit', 24, 0xf0000000, /more than \d+ times its own size/],
    ['a packed size beyond its end', 20, 1 << 20, /can't be taken/],
    ['a sum that is not its own', 16, 7, /damaged/],
  ])('are closed to a zip that tells %s, and name why', async (_, at, value, message) => {
    const zip = await zipped(files);
    // where the directory speaks of the file (APPNOTE 4.3.12)
    zip.writeUInt32LE(value, zip.lastIndexOf('patients.csv') - 46 + at);
    for (const path of ['/import', '/fhir/$import']) {
      const headers = { authorization: 'coordinator', 'content-type': 'application/zip' };
      const answer = await fetch(`${endpoint.origin}${path}`, { method: 'POST', headers, body: new Uint8Array(zip) });
      const told = (await answer.text()).trimEnd().split('\n').at(-1) ?? '';
      expect([path, told]).toEqual([path, expect.stringMatching(message)]);
      expect(told).toContain('BAD_USER_INPUT');
    }
    expect(await patients()).toEqual([]);
  });

  it('gives the whole registry back as a zip, the same one each time', async () => {
    await upload(await zipped(files));
    const download = async (): Promise<Buffer> => {
      const answer = await fetch(`${endpoint.origin}/export`, { headers: { authorization: 'coordinator' } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      return Buffer.from(await answer.arrayBuffer());
    };
    const zip = await download();
    expect(zip.equals(await download())).toBe(true);
    const names: string[] = [];
    for await (const { fileName } of (await fromBufferPromise(zip)).eachEntry()) names.push(fileName);
    expect(names).toHaveLength(9);
    expect((await linesOf(await upload(zip))).at(-1)).toMatchObject({ report: { stored: true, patientsChanged: 0, dataQueriesRaised: 0 } });
  });

  it.each([
    ['nobody', 401],
    ['validator', 403],
    ['lead', 403],
    ['stranger', 403],
  ])('are closed to %s', async (caller, status) => {
    expect((await upload(await zipped(files), caller)).status).toBe(status);
    expect((await fetch(`${endpoint.origin}/export`, { headers: { authorization: caller } })).status).toBe(status);
    expect(await patients()).toEqual([]);
  });
});
