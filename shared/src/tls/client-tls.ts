import { z } from 'zod';
import { readAuthorities, readTlsIdentity, type TlsIdentity } from './tls-files';
import { TlsSettingsError } from './tls-settings-error';

/** What a process shows of itself, and whom it takes for the other side, where it asks by https. In the form that `tls.connect` takes. */
export interface ClientTls extends Partial<TlsIdentity> {
  /** The authorities of the other side's certificate; without them, those that Node.js comes with. */
  readonly ca?: string;
}

/** Paths of PEM files. */
export const clientTlsSettings = {
  /** The certificate shown to who asks for one, with those that lead to its authority. */
  TLS_CLIENT_CERT_FILE: z.string().optional(),
  TLS_CLIENT_KEY_FILE: z.string().optional(),
  /** The only authorities whose certificates are taken. */
  TLS_CA_FILE: z.string().optional(),
};

export interface ClientTlsSettings {
  readonly TLS_CLIENT_CERT_FILE?: string | undefined;
  readonly TLS_CLIENT_KEY_FILE?: string | undefined;
  readonly TLS_CA_FILE?: string | undefined;
}

/**
 * How a process is set to ask others.
 *
 * @throws TlsSettingsError: a setting without the other it needs, or a file that does not fit
 */
export function readClientTls({ TLS_CLIENT_CERT_FILE, TLS_CLIENT_KEY_FILE, TLS_CA_FILE }: ClientTlsSettings): ClientTls {
  if ((TLS_CLIENT_CERT_FILE === undefined) !== (TLS_CLIENT_KEY_FILE === undefined)) {
    throw new TlsSettingsError('TLS_CLIENT_CERT_FILE and TLS_CLIENT_KEY_FILE: expected both, or neither.');
  }
  const identity =
    TLS_CLIENT_CERT_FILE === undefined || TLS_CLIENT_KEY_FILE === undefined
      ? {}
      : readTlsIdentity(
          { setting: 'TLS_CLIENT_CERT_FILE', path: TLS_CLIENT_CERT_FILE },
          { setting: 'TLS_CLIENT_KEY_FILE', path: TLS_CLIENT_KEY_FILE },
        );
  return { ...identity, ...(TLS_CA_FILE === undefined ? {} : { ca: readAuthorities({ setting: 'TLS_CA_FILE', path: TLS_CA_FILE }) }) };
}
