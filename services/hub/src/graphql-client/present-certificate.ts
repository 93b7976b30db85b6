import { readSettings } from '@registry-hub/shared/config';
import { clientTlsSettings, readClientTls } from '@registry-hub/shared/tls';
import { Agent, setGlobalDispatcher } from 'undici';
import { z } from 'zod';

/**
 * Has every request of this process show the hub's certificate to a country that asks for one, and take the certificates of the set
 * authorities alone. Without such settings requests stay as they are.
 *
 * @throws SettingsError, or TlsSettingsError when a file does not fit
 */
export function presentCertificate(environment: Readonly<Record<string, string | undefined>>): void {
  const settings = readSettings(z.object(clientTlsSettings), environment);
  if (Object.values(settings).every((value) => value === undefined)) return;
  setGlobalDispatcher(new Agent({ connect: { ...readClientTls(settings) } }));
}
