import { identitySettings, logLevelSetting, portSetting } from '@registry-hub/shared/config';
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
  LOG_LEVEL: logLevelSetting.default('info'),
  ...identitySettings,
});

export type GatewaySettings = Readonly<z.output<typeof gatewaySettingsSchema>>;
