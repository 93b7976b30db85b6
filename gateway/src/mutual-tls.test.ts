import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestAuthority } from '@registry-hub/shared/testing';
import { FakeCountry } from './testing/fake-country';
import { eventually, TestGateway } from './testing/test-gateway';

describe('the gateway over countries that want certificates', () => {
  const running: { stop(): Promise<void> }[] = [];
  afterAll(() => Promise.all(running.map((one) => one.stop())));

  it('asks those that know its certificate and whose own it knows, and tells nothing of why another is silent', async () => {
    const [authority, stranger] = await Promise.all([createTestAuthority(), createTestAuthority()]);
    const clientAuthorities = authority.cert;
    const austria = new FakeCountry({ code: 'AT', name: 'Austria' }, { ...(await authority.issue()), clientAuthorities });
    const france = new FakeCountry({ code: 'FR', name: 'France' }, { ...(await stranger.issue()), clientAuthorities });
    const germany = new FakeCountry({ code: 'DE', name: 'Germany' }, { ...(await authority.issue()), clientAuthorities: stranger.cert });
    const hub = new TestGateway();
    running.push(austria, france, germany, { stop: () => hub.end() });

    const { cert, key } = await authority.issue();
    const written = (name: string, text: string): string => {
      writeFileSync(join(hub.folder, name), text, { mode: 0o600 });
      return join(hub.folder, name);
    };
    hub.set({
      TLS_CLIENT_CERT_FILE: written('hub.pem', cert),
      TLS_CLIENT_KEY_FILE: written('hub-key.pem', key),
      TLS_CA_FILE: written('authority.pem', authority.cert),
    });
    hub.register(await austria.start(), await france.start(), await germany.start());
    await hub.start();

    const states = { AT: 'UP', DE: 'DOWN', FR: 'DOWN' };
    const statuses = await eventually(
      () => hub.ask('{ countries { code status { state message } } }'),
      ({ data }) => JSON.stringify(data).includes('"UP"') && !JSON.stringify(data).includes('not asked yet'),
    );
    expect(statuses.data).toEqual({
      countries: Object.entries(states).map(([code, state]) => ({
        code,
        status: { state, message: state === 'UP' ? null : 'The registry does not answer.' },
      })),
    });
    const { data, errors } = await hub.ask('{ countries { code registry { registeredCases } } }');
    expect(data).toEqual({
      countries: [
        { code: 'AT', registry: { registeredCases: 7 } },
        { code: 'DE', registry: null },
        { code: 'FR', registry: null },
      ],
    });
    const unavailable = (name: string, country: string) => ({
      message: `The registry of ${name} does not answer.`,
      extensions: { code: 'COUNTRY_UNAVAILABLE', country },
    });
    expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual(
      expect.arrayContaining([unavailable('Germany', 'DE'), unavailable('France', 'FR')]),
    );
    expect(errors).toHaveLength(2);
    expect([...france.seen, ...germany.seen]).toEqual([]);
  });
});
