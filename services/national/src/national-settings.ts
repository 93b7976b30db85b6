import {
  extensionNamesSetting,
  identitySettings,
  logLevelSetting,
  memorySettings,
  portSetting,
  postgresUrlSetting,
  rateSetting,
  switchSetting,
} from '@registry-hub/shared/config';
import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import { DEFAULT_NATIONAL_RATE } from '@registry-hub/shared/server';
import { serverTlsSettings } from '@registry-hub/shared/tls';
import { z } from 'zod';
import { newKeyPolicies } from './masking';

const extensionsSetting = extensionNamesSetting.transform((names) => (names === 'none' ? [] : names.split(',').map((name) => name.trim())));

/** The settings of one national service. */
export const nationalSettingsSchema = z.object({
  COUNTRY_CODE: z.string({ error: "expected the country's code, as FR" }).regex(COUNTRY_CODE, 'expected two upper-case letters, as FR'),
  COUNTRY_NAME: z.string({ error: "expected the country's English name, as France" }).min(1),
  DATABASE_URL: postgresUrlSetting,
  /** Connections to the database at most. */
  DATABASE_POOL: z.coerce.number().int().min(1, 'expected at least 1').max(100, 'expected at most 100').default(5),
  HOST: z.string().default('127.0.0.1'),
  PORT: portSetting.default(0),
  ...serverTlsSettings,
  /** Where `/health/…` is told by plain http on loopback as well: for a container's own check where PORT wants a certificate. */
  HEALTH_PORT: portSetting.optional(),
  ...identitySettings,
  ...memorySettings,
  /** Public keys of the hub that may ask for partials; without them nobody may. */
  HUB_KEYS_FILE: z.string().optional(),
  /** This country's private masking key, made at the first start; all processes of one country have the same. */
  MASKING_KEY_FILE: z.string({ error: "expected the file of this country's private masking key" }),
  /** Whether another country's first key is taken into use at once (pin), or once a coordinator confirmed it (confirm). */
  MASKING_NEW_KEYS: z.enum(newKeyPolicies, { error: `expected one of ${newKeyPolicies.join(', ')}` }).default('pin'),
  /** Requests of one caller within ten seconds; the hub's requests count as those of the caller behind them. */
  NATIONAL_RATE_LIMIT: rateSetting.default(DEFAULT_NATIONAL_RATE),
  /** Extensions to be installed, with commas between them, or `none`; unset: all that there are for the country. */
  EXTENSIONS: extensionsSetting.optional(),
  GRAPHQL_INTROSPECTION: switchSetting.default('off'),
  LOG_LEVEL: logLevelSetting.default('info'),
});

export type NationalSettings = Readonly<z.output<typeof nationalSettingsSchema>>;
