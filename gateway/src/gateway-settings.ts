import {
  disclosureSettings,
  identitySettings,
  logLevelSetting,
  portSetting,
  postgresUrlSetting,
  rateSetting,
  switchSetting,
} from '@registry-hub/shared/config';
import { DEFAULT_RATE } from '@registry-hub/shared/server';
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
  /** Requests of one caller within ten seconds. */
  RATE_LIMIT: rateSetting.default(DEFAULT_RATE),
  GRAPHQL_INTROSPECTION: switchSetting.default('off'),
  /** Operations that may be named by their hash, and with the switch below the only ones that a DASHBOARD may send. */
  OPERATIONS_FILE: z.string().optional(),
  OPERATIONS_SAFELIST: switchSetting.default('off'),
  /** The hub's own database: what was answered to whom. */
  DATABASE_URL: postgresUrlSetting,
  /** Connections to it at most. */
  DATABASE_POOL: z.coerce.number().int().min(1, 'expected at least 1').max(100, 'expected at most 100').default(5),
  LOG_LEVEL: logLevelSetting.default('info'),
  ...identitySettings,
  ...disclosureSettings,
});

export type GatewaySettings = Readonly<z.output<typeof gatewaySettingsSchema>>;
