import { createLogger } from '@registry-hub/shared/server';
import { FakeTransport } from '../testing/fake-transport';
import { CountryClient } from './country-client';
import type { FaultDetails } from './country-fault';
import { countryTimings } from './country-timings';

const refused: FaultDetails = { kind: 'UNREACHABLE', delivered: false, reason: 'ECONNREFUSED' };
const late: FaultDetails = { kind: 'TIMEOUT', delivered: true, reason: 'deadline' };
const fault = (kind: string) => expect.objectContaining({ name: 'CountryFault', kind });

function setUp(rest = 60_000) {
  const transport = new FakeTransport();
  const onReachable = jest.fn();
  let time = 1000;
  const client = new CountryClient({
    country: { code: 'FR', name: 'France', url: 'http://127.0.0.1:1/graphql' },
    transport,
    timings: { ...countryTimings, betweenAttempts: 0, rest },
    now: () => (time += 1),
    logger: createLogger('test', 'silent'),
    onReachable,
  });
  return { client, transport, onReachable };
}

describe('asking one country', () => {
  it('sends a query with the headers given, and its usual patience', async () => {
    const { client, transport } = setUp();
    const answer = await client.post({ query: '{a}', variables: { x: 1 }, operationName: 'A', headers: { authorization: 'Bearer t' } });
    expect(answer).toEqual({ data: { a: { b: 1 } } });
    expect(transport.posts).toEqual([
      { body: '{"query":"{a}","variables":{"x":1},"operationName":"A"}', headers: { authorization: 'Bearer t' }, timeoutMs: 15_000 },
    ]);
  });

  it('has as much patience as it is told', async () => {
    const { client, transport } = setUp();
    await client.post({ query: '{a}', timeoutMs: 5 });
    await client.post({ query: 'mutation{a}' });
    expect(transport.posts.map(({ timeoutMs }) => timeoutMs)).toEqual([5, countryTimings.mutation]);
  });

  it('sends a query again when its connection fails, twice at most', async () => {
    const { client, transport } = setUp();
    transport.replies = [refused, refused, { status: 200, body: '{"data":{}}' }];
    expect(await client.post({ query: '{a}' })).toEqual({ data: {} });
    transport.replies = [refused];
    await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('UNREACHABLE'));
    expect(transport.posts).toHaveLength(6);
  });

  it('does not send a query again that timed out or was answered unreadably', async () => {
    const { client, transport } = setUp();
    transport.replies = [late, { status: 502, body: '<html>' }];
    await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('TIMEOUT'));
    await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('ERROR'));
    expect(transport.posts).toHaveLength(2);
  });

  it('never sends a mutation again', async () => {
    const { client, transport } = setUp();
    transport.replies = [refused];
    await expect(client.post({ query: 'mutation{a}' })).rejects.toEqual(fault('UNREACHABLE'));
    expect(transport.posts).toHaveLength(1);
  });

  describe('the same at the same time', () => {
    const ask = { query: '{a}', headers: { authorization: 'Bearer anna', 'x-request-id': '1' } };

    it('asks once for one caller, and gives each an answer of his own', async () => {
      const { client, transport } = setUp();
      const [one, two] = await Promise.all([client.post(ask), client.post({ ...ask, headers: { ...ask.headers, 'x-request-id': '2' } })]);
      expect(transport.posts).toHaveLength(1);
      expect(two).toEqual(one);
      expect(two.data?.['a']).not.toBe(one.data?.['a']);
      await client.post(ask);
      expect(transport.posts).toHaveLength(2);
    });

    it.each([
      ['callers', { ...ask, headers: { authorization: 'Bearer paul' } }],
      ['variables', { ...ask, variables: { x: 1 } }],
      ['patience', { ...ask, timeoutMs: 1 }],
    ])('asks for each of different %s', async (_, other) => {
      const { client, transport } = setUp();
      await Promise.all([client.post(ask), client.post(other)]);
      expect(transport.posts).toHaveLength(2);
    });

    it('sends each mutation', async () => {
      const { client, transport } = setUp();
      await Promise.all([client.post({ query: 'mutation{a}' }), client.post({ query: 'mutation{a}' })]);
      expect(transport.posts).toHaveLength(2);
    });

    it('fails for all who wait', async () => {
      const { client, transport } = setUp();
      transport.replies = [late];
      const outcomes = await Promise.allSettled([client.post(ask), client.post(ask)]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(transport.posts).toHaveLength(1);
    });
  });

  it('leaves a country alone after three failures in a row, mutations too', async () => {
    const { client, transport } = setUp();
    transport.replies = [late];
    for (let turn = 0; turn < 3; turn += 1) await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('TIMEOUT'));
    await expect(client.post({ query: '{a}' })).rejects.toMatchObject({ kind: 'TIMEOUT', delivered: false });
    await expect(client.post({ query: 'mutation{a}' })).rejects.toMatchObject({ kind: 'TIMEOUT', delivered: false });
    expect([transport.posts.length, transport.probes]).toEqual([3, 0]);
  });

  it('does not count an answer with errors as a failure', async () => {
    const { client, transport } = setUp();
    transport.replies = [{ status: 200, body: '{"errors":[{"message":"no"}]}' }];
    for (let turn = 0; turn < 5; turn += 1) await client.post({ query: '{a}' });
    expect(transport.posts).toHaveLength(5);
  });

  it('tries a rested country with a probe, and asks it again when that succeeds', async () => {
    const { client, transport } = setUp(0);
    transport.replies = [late];
    for (let turn = 0; turn < 3; turn += 1) await client.post({ query: '{a}' }).catch(() => undefined);
    transport.probeReplies = [late];
    await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('TIMEOUT'));
    expect([transport.posts.length, transport.probes]).toEqual([3, 1]);
    transport.probeReplies = [{ status: 200, body: '' }];
    transport.replies = [{ status: 200, body: '{"data":{}}' }];
    expect(await client.post({ query: '{a}' })).toEqual({ data: {} });
    expect([transport.posts.length, transport.probes]).toEqual([4, 2]);
  });

  it('counts probes that fail, so that nobody waits for a country known to hang', async () => {
    const { client, transport } = setUp();
    transport.probeReplies = [late];
    for (let turn = 0; turn < 3; turn += 1) await client.probe().catch(() => undefined);
    await expect(client.post({ query: '{a}' })).rejects.toEqual(fault('TIMEOUT'));
    expect(transport.posts).toHaveLength(0);
  });

  it('knows the masking key that the country told last, and asks when it knows none or the country was gone', async () => {
    const { client, transport } = setUp();
    const health = (key: string) => ({ status: 200, body: `{"status":"ok","maskingKey":"${key}"}` });
    transport.probeReplies = [health('first'), refused, health('second')];
    expect([await client.maskingKey(), await client.maskingKey()]).toEqual(['first', 'first']);
    expect(transport.probes).toBe(1);
    await client.probe().catch(() => undefined);
    expect(await client.maskingKey()).toBe('second');
  });

  it('tells when the country serves another schema than before', async () => {
    const { client, transport, onReachable } = setUp();
    const health = (schema: string) => ({ status: 200, body: `{"status":"ok","schema":"${schema}"}` });
    transport.probeReplies = [health('one'), health('one'), health('other')];
    await client.probe();
    await client.probe();
    expect(onReachable).toHaveBeenCalledTimes(1);
    await client.probe();
    expect(onReachable).toHaveBeenCalledTimes(2);
  });

  it('knows no masking key of a country that tells none, or does not answer', async () => {
    const { client, transport } = setUp();
    expect(await client.maskingKey()).toBeUndefined();
    transport.probeReplies = [refused];
    await expect(client.maskingKey()).rejects.toEqual(fault('UNREACHABLE'));
  });

  it('knows the status from probes and traffic', async () => {
    const { client, transport, onReachable } = setUp();
    expect(client.status.state).toBe('DOWN');
    await client.probe();
    expect(client.status).toEqual({ state: 'UP', checkedAt: expect.any(Date), latencyMs: expect.any(Number), version: '1.2.3' });
    transport.replies = [refused];
    await client.post({ query: '{a}' }).catch(() => undefined);
    expect(client.status.state).toBe('DOWN');
    expect(onReachable).toHaveBeenCalledTimes(1);
    await client.probe();
    expect(client.status.state).toBe('UP');
    expect(onReachable).toHaveBeenCalledTimes(2);
    client.reportSchemaProblem('An older schema is in use.');
    expect(client.status).toMatchObject({ state: 'DEGRADED', message: 'An older schema is in use.' });
    client.reportSchemaProblem(undefined);
    expect(client.status.state).toBe('UP');
  });
});
