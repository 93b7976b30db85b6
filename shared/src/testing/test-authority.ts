/** A certificate and its private key, in PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of one test. */
export interface TestAuthority {
  readonly cert: string;
  /** A certificate for this machine, good for servers and clients, unless it is to be otherwise. */
  issue(wish?: CertificateWish): Promise<TestCertificate>;
}

export interface CertificateWish {
  /** The host it is for; without one it is for this machine. */
  readonly host?: string;
  /** Whether its time is over. */
  readonly expired?: boolean;
}

const DAY_MS = 86_400_000;

/** Makes an authority that nobody knows but who is given its certificate. */
export async function createTestAuthority(): Promise<TestAuthority> {
  // loaded here, since few tests need it
  const { generate } = await import('selfsigned');
  const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'Test Authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    cert: authority.cert,
    issue: async ({ host, expired = false } = {}) => {
      const until = Date.now() + (expired ? -DAY_MS : DAY_MS);
      const issued = await generate([{ name: 'commonName', value: host ?? 'this machine' }], {
        ...common,
        notBeforeDate: new Date(until - 7 * DAY_MS),
        notAfterDate: new Date(until),
        ca: { cert: authority.cert, key: authority.private },
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
          { name: 'subjectAltName', altNames: host === undefined ? [{ type: 7, ip: '127.0.0.1' }] : [{ type: 2, value: host }] },
        ],
      });
      return { cert: issued.cert, key: issued.private };
    },
  };
}
