import { MaskingKey } from './masking-key';

const PKCS8_HEAD = '302e020100300506032b656e04220420';

function keyOf(scalar: string): MaskingKey {
  const der = Buffer.from(PKCS8_HEAD + scalar, 'hex').toString('base64');
  return MaskingKey.fromPem(`-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
}

const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');

describe('masking keys', () => {
  // RFC 7748 §6.1
  const alice = keyOf('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
  const bob = keyOf('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');

  it('are X25519, as RFC 7748 has it', () => {
    expect(alice.publicKey).toBe(base64url('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'));
    expect(bob.publicKey).toBe(base64url('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'));
    const secret = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
    expect(alice.secretWith(bob.publicKey).toString('hex')).toBe(secret);
    expect(bob.secretWith(alice.publicKey).toString('hex')).toBe(secret);
  });

  it('are the same after they were stored', () => {
    const key = MaskingKey.generate();
    const again = MaskingKey.fromPem(key.toPem());
    expect(again.publicKey).toBe(key.publicKey);
    expect(again.secretWith(alice.publicKey)).toEqual(key.secretWith(alice.publicKey));
  });

  it.each([
    ['text of another length', 'AAAA'],
    ['characters of plain base64', `${'A'.repeat(41)}+/`],
    ['bits that mean nothing', `${alice.publicKey.slice(0, -1)}p`],
    ['the point 0, whose secret everybody knows', base64url('00'.repeat(32))],
    ['the point 1, likewise', base64url(`01${'00'.repeat(31)}`)],
    ['a point of order 8, likewise', base64url('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800')],
  ])('share no secret with %s', (_what, publicKey) => {
    expect(() => alice.secretWith(publicKey)).toThrow(/expected a public key|derivation failed|failed during derivation/);
  });

  it('are of no other curve', () => {
    const ed25519 = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----`;
    expect(() => MaskingKey.fromPem(ed25519)).toThrow('expected an X25519 private key, not ed25519');
  });
});
