import { type HttpEndpoint, openHttpEndpoint } from '@registry-hub/shared/server';
import { createTestAuthority, type TestAuthority, type TestCertificate } from '@registry-hub/shared/testing';
import type { ClientTls } from '@registry-hub/shared/tls';
import { CountryFault } from './country-fault';
import { openTransport } from './country-transport';

const limits = { connectMs: 1000, maxResponseBytes: 1000, connections: 2 };

describe('mutual TLS between hub and country', () => {
  let authority: TestAuthority;
  let stranger: TestAuthority;
  let hub: TestCertificate;
  let country: HttpEndpoint | undefined;
  let answered: number;

  beforeAll(async () => {
    [authority, stranger] = await Promise.all([createTestAuthority(), createTestAuthority()]);
    hub = await authority.issue();
  });
  beforeEach(() => {
    answered = 0;
  });
  afterEach(async () => {
    await country?.close();
    country = undefined;
  });

  async function ask(serverIdentity: TestCertificate, tls: ClientTls): Promise<string> {
    country = await openHttpEndpoint(
      (_request, response) => {
        answered += 1;
        response.end('{"data":{}}');
      },
      '127.0.0.1',
      0,
      { ...serverIdentity, clientAuthorities: authority.cert },
    );
    const transport = openTransport({ code: 'FR', name: 'France', url: `${country.origin}/graphql` }, limits, tls);
    try {
      return (await transport.post('{}', {}, 3000)).body;
    } finally {
      await transport.destroy();
    }
  }

  it('lets the hub through that shows a certificate of the right authority', async () => {
    expect(await ask(await authority.issue(), { ...hub, ca: authority.cert })).toBe('{"data":{}}');
  });

  it.each<[string, () => Promise<ClientTls>]>([
    ['none', async () => ({})],
    ['one of another authority', () => stranger.issue()],
    ['one whose time is over', () => authority.issue({ expired: true })],
  ])('refuses a caller with no good certificate: %s', async (_, shown) => {
    const fault = ask(await authority.issue(), { ca: authority.cert, ...(await shown()) });
    await expect(fault).rejects.toThrow(CountryFault);
    await expect(fault).rejects.toMatchObject({ kind: 'UNREACHABLE', message: 'The registry of France does not answer.' });
    expect(answered).toBe(0);
  });

  it.each<[string, string, () => Promise<TestCertificate>]>([
    ['one of another authority', 'SIGNATURE', () => stranger.issue()],
    ['one whose time is over', 'CERT_HAS_EXPIRED', () => authority.issue({ expired: true })],
    ['one for another host', 'ERR_TLS_CERT_ALTNAME_INVALID', () => authority.issue({ host: 'other.example' })],
  ])('does not ask a country with no good certificate: %s', async (_, reason, shown) => {
    const fault = ask(await shown(), { ...hub, ca: authority.cert });
    await expect(fault).rejects.toMatchObject({
      kind: 'UNREACHABLE',
      delivered: false,
      reason: expect.stringContaining(reason),
      message: 'The registry of France does not answer.',
    });
    await expect(fault).rejects.not.toMatchObject({ reason: expect.stringMatching(/127\.0\.0\.1|other\.example/) });
    expect(answered).toBe(0);
  });

  it('does not ask a country without TLS when the hub has a certificate to show', async () => {
    const transport = openTransport({ code: 'FR', name: 'France', url: 'http://registry.invalid/graphql' }, limits, hub);
    await expect(transport.post('{}', {}, 1000)).rejects.toMatchObject({ kind: 'UNREACHABLE', reason: 'registered without https' });
    await expect(transport.probe(1000)).rejects.toMatchObject({ reason: 'registered without https' });
    await transport.destroy();
  });
});
