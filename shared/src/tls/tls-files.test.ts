import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestAuthority, type TestCertificate } from '../testing';
import { readClientTls } from './client-tls';
import { readServerTls } from './server-tls';

describe('certificates from files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const at = (name: string): string => join(folder, name);
  let identity: TestCertificate;
  let authorities: string;

  beforeAll(async () => {
    const authority = await createTestAuthority();
    authorities = authority.cert;
    identity = await authority.issue();
    const other = await authority.issue();
    writeFileSync(at('ca.pem'), authorities);
    writeFileSync(at('cert.pem'), identity.cert);
    writeFileSync(at('key.pem'), identity.key, { mode: 0o600 });
    writeFileSync(at('other-key.pem'), other.key, { mode: 0o600 });
    writeFileSync(at('open-key.pem'), identity.key);
    chmodSync(at('open-key.pem'), 0o640);
    writeFileSync(at('text'), 'no certificate', { mode: 0o600 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const server = (cert: string, key: string, ca?: string) =>
    readServerTls({ TLS_CERT_FILE: at(cert), TLS_KEY_FILE: at(key), TLS_CLIENT_CA_FILE: ca && at(ca) });

  it('are read for who listens, and for who asks', () => {
    expect(server('cert.pem', 'key.pem', 'ca.pem')).toEqual({ ...identity, clientAuthorities: authorities });
    expect(server('cert.pem', 'key.pem')).toEqual(identity);
    expect(readClientTls({ TLS_CLIENT_CERT_FILE: at('cert.pem'), TLS_CLIENT_KEY_FILE: at('key.pem'), TLS_CA_FILE: at('ca.pem') })).toEqual({
      ...identity,
      ca: authorities,
    });
    expect(readClientTls({ TLS_CA_FILE: at('ca.pem') })).toEqual({ ca: authorities });
  });

  it('need not be there', () => {
    expect(readServerTls({})).toBeUndefined();
    expect(readClientTls({})).toEqual({});
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a key that others can read', () => server('cert.pem', 'open-key.pem'), /^TLS_KEY_FILE: .*open-key\.pem holds a secret .* 0600/],
    ["another certificate's key", () => server('cert.pem', 'other-key.pem'), /^TLS_KEY_FILE: .* is not the private key of the certificate/],
    ['a file that is not there', () => server('nowhere.pem', 'key.pem'), /^TLS_CERT_FILE: .*nowhere\.pem can't be read\.$/],
    ['a text that is no certificate', () => server('cert.pem', 'key.pem', 'text'), /^TLS_CLIENT_CA_FILE: .*text holds nothing in PEM form/],
    [
      'a certificate without its key',
      () => readServerTls({ TLS_CERT_FILE: at('cert.pem') }),
      /^TLS_CERT_FILE and TLS_KEY_FILE: expected both/,
    ],
    [
      'authorities without a certificate',
      () => readServerTls({ TLS_CLIENT_CA_FILE: at('ca.pem') }),
      /^TLS_CERT_FILE and TLS_KEY_FILE: expected/,
    ],
    [
      "a client's key alone",
      () => readClientTls({ TLS_CLIENT_KEY_FILE: at('key.pem') }),
      /^TLS_CLIENT_CERT_FILE and TLS_CLIENT_KEY_FILE: expected both/,
    ],
  ])('stop the start, in one sentence: %s', (_, read, sentence) => {
    expect(read).toThrow(sentence);
  });
});
