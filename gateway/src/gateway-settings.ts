import { disclosureSettings, identitySettings, logLevelSetting, portSetting, postgresUrlSetting } from '@registry-hub/shared/config';
import { clientTlsSettings } from '@registry-hub/shared/tls';
import { z } from 'zod';

/** What the gateway's process is set to, by environment variables of these names. */
export const gatewaySettingsSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: portSetting.default(4000),
  COUNTRY_REGISTER_FILE: z.string({ error: 'expected the path of the country register' }),
  SCHEMA_FOLDER: z.string({ error: 'expected a folder for the schemas of the countries' }),
  HUB_PRIVATE_KEY_FILE: z.string({ error: "expected the path of the hub's private key, a JWK" }),
  ...clientTlsSettings,
  /** The hub's own database: what was answered to whom. */
  DATABASE_URL: postgresUrlSetting,
  /** Connections to it at most. */
  DATABASE_POOL: z.coerce.number().int().min(1, 'expected at least 1').max(100, 'expected at most 100').default(5),
  LOG_LEVEL: logLevelSetting.default('info'),
  ...identitySettings,
  ...disclosureSettings,
});

export type GatewaySettings = Readonly<z.output<typeof gatewaySettingsSchema>>;
