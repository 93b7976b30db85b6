import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** 32 bytes in base64url. */
const RAW_KEY = /^[\w-]{43}$/;

/** A country's X25519 key pair (RFC 7748), with the secrets it shares with other countries, each worked out once. */
export class MaskingKey {
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string;
  private readonly secrets = new Map<string, Buffer>();

  private constructor(private readonly privateKey: KeyObject) {
    this.publicKey = rawPublicKey(privateKey);
  }

  /** A new pair. */
  static generate(): MaskingKey {
    return new MaskingKey(generateKeyPairSync('x25519').privateKey);
  }

  /** The pair of a private key in PEM (PKCS #8). @throws Error when it holds none of X25519 */
  static fromPem(pem: string): MaskingKey {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'x25519') throw new Error(`expected an X25519 private key, not ${key.asymmetricKeyType ?? 'another'}`);
    return new MaskingKey(key);
  }

  /** The private key in PEM (PKCS #8). */
  toPem(): string {
    return this.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  }

  /**
   * The secret shared with the holder of another public key.
   *
   * @throws Error when it is no public key of X25519, or one of the few under which everybody knows the secret (RFC 7748 §6.1)
   */
  secretWith(publicKey: string): Buffer {
    const known = this.secrets.get(publicKey);
    if (known) return known;
    const secret = diffieHellman({ privateKey: this.privateKey, publicKey: importPublicKey(publicKey) });
    this.secrets.set(publicKey, secret);
    return secret;
  }
}

function importPublicKey(x: string): KeyObject {
  if (!RAW_KEY.test(x) || Buffer.from(x, 'base64url').toString('base64url') !== x) {
    throw new Error('expected a public key as 32 bytes in base64url');
  }
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

function rawPublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('expected an X25519 key');
  return x;
}
