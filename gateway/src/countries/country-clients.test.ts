import { countryRegister } from '@registry-hub/shared/register';
import { createLogger } from '@registry-hub/shared/server';
import { FakeTransport } from '../testing/fake-transport';
import { CountryClients } from './country-clients';
import { countryTimings } from './country-timings';

const austria = { code: 'AT', name: 'Austria', url: 'http://127.0.0.1:1/graphql' };
const france = { code: 'FR', name: 'France', url: 'http://127.0.0.1:2/graphql' };

function setUp() {
  const transports = new Map<string, FakeTransport>();
  const clients = new CountryClients({
    openTransport: ({ url }) => {
      const transport = new FakeTransport();
      transports.set(url, transport);
      return transport;
    },
    timings: { ...countryTimings, betweenProbes: 1, betweenProbesWhileDown: 1 },
    now: Date.now,
    logger: createLogger('test', 'silent'),
  });
  return { clients, transportTo: (country: { url: string }) => transports.get(country.url) };
}

describe('the clients of all countries', () => {
  it('are those of the register, in code order', async () => {
    const { clients } = setUp();
    clients.update(countryRegister([france, austria]));
    expect(clients.countries).toEqual([austria, france]);
    await clients.close();
  });

  it('keep the connections of what stayed, and open and close those of what changed', async () => {
    const { clients, transportTo } = setUp();
    clients.update(countryRegister([austria, france]));
    const kept = transportTo(austria);
    const moved = { ...france, url: 'http://127.0.0.1:3/graphql' };
    clients.update(countryRegister([austria, moved]));
    expect(transportTo(austria)).toBe(kept);
    expect([kept?.closed, transportTo(france)?.closed, transportTo(moved)?.closed]).toEqual([false, true, false]);
    await clients.post('FR', { query: '{a}' });
    expect(transportTo(moved)?.posts).toHaveLength(1);
    await clients.close();
    expect([kept?.destroyed, transportTo(moved)?.destroyed]).toEqual([true, true]);
  });

  it('probe by themselves, and tell when a country answers', async () => {
    const { clients } = setUp();
    const reachable = new Promise<string>((resolve) => clients.onReachable(resolve));
    clients.update(countryRegister([france]));
    expect(await reachable).toBe('FR');
    expect(clients.status('FR')).toMatchObject({ state: 'UP', version: '1.2.3' });
    await clients.close();
  });

  it('go on probing one that is down', async () => {
    const { clients, transportTo } = setUp();
    clients.update(countryRegister([france]));
    const transport = transportTo(france);
    if (transport)
      transport.probeReplies = [
        { kind: 'UNREACHABLE', delivered: false, reason: 'ECONNREFUSED' },
        { status: 200, body: '{}' },
      ];
    await new Promise<string>((resolve) => clients.onReachable(resolve));
    expect(transport?.probes).toBeGreaterThan(1);
    await clients.close();
  });

  it('say of one that is not registered that it does not answer', async () => {
    const { clients } = setUp();
    expect(clients.status('XX').state).toBe('DOWN');
    await expect(clients.post('XX', { query: '{a}' })).rejects.toMatchObject({ name: 'CountryFault', reason: 'not registered' });
  });
});
