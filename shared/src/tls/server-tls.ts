import { z } from 'zod';
import { readAuthorities, readTlsIdentity, type TlsIdentity } from './tls-files';
import { TlsSettingsError } from './tls-settings-error';

/** How a process listens with TLS. */
export interface ServerTls extends TlsIdentity {
  /** Whose certificates callers must show; without it none is asked for. */
  readonly clientAuthorities?: string;
}

/** Paths of PEM files. */
export const serverTlsSettings = {
  /** Its certificate, with those that lead to its authority; with it a process listens with https. */
  TLS_CERT_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  /** The authorities of the certificates that callers must show. */
  TLS_CLIENT_CA_FILE: z.string().optional(),
};

export interface ServerTlsSettings {
  readonly TLS_CERT_FILE?: string | undefined;
  readonly TLS_KEY_FILE?: string | undefined;
  readonly TLS_CLIENT_CA_FILE?: string | undefined;
}

/**
 * How a process is set to listen; undefined: without TLS.
 *
 * @throws TlsSettingsError: a setting without the others it needs, or a file that does not fit
 */
export function readServerTls({ TLS_CERT_FILE, TLS_KEY_FILE, TLS_CLIENT_CA_FILE }: ServerTlsSettings): ServerTls | undefined {
  if (TLS_CERT_FILE === undefined && TLS_KEY_FILE === undefined && TLS_CLIENT_CA_FILE === undefined) return undefined;
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) {
    throw new TlsSettingsError('TLS_CERT_FILE and TLS_KEY_FILE: expected both, or none of the settings for TLS.');
  }
  const identity = readTlsIdentity({ setting: 'TLS_CERT_FILE', path: TLS_CERT_FILE }, { setting: 'TLS_KEY_FILE', path: TLS_KEY_FILE });
  if (TLS_CLIENT_CA_FILE === undefined) return identity;
  return { ...identity, clientAuthorities: readAuthorities({ setting: 'TLS_CLIENT_CA_FILE', path: TLS_CLIENT_CA_FILE }) };
}
