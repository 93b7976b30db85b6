import { z } from 'zod';

/** Building blocks of the processes' settings, with the sentence a wrong value gets. */

export const portSetting = z.coerce
  .number({ error: 'expected a port, a whole number from 0 (any free one) to 65535' })
  .int('expected a whole number')
  .min(0, 'expected a port of at least 0 (0: any free one)')
  .max(65_535, 'expected a port of at most 65535');

export const urlSetting = z.url({ protocol: /^https?$/, error: 'expected an address that starts with http:// or https://' });

export const postgresUrlSetting = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'expected a PostgreSQL address, as postgresql://user:password@host:5432/database',
});

export const logLevelSetting = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
  error: 'expected one of trace, debug, info, warn, error, silent',
});

/** How a process verifies tokens: the issuer, the audience, and the issuer's public keys where they don't come by discovery. */
export const identitySettings = {
  OIDC_ISSUER: z.string({ error: 'expected the issuer whose tokens are accepted' }),
  OIDC_AUDIENCE: z.string().default('registry-hub'),
  OIDC_JWKS_FILE: z.string().optional(),
};

/** Requests that one caller may make within ten seconds. */
export const rateSetting = z.coerce
  .number({ error: 'expected how many requests a caller may make within ten seconds' })
  .int('expected a whole number')
  .min(1, 'expected at least 1');

export const switchSetting = z.enum(['on', 'off'], { error: 'expected on or off' });

/** Names of national extensions with commas between them, or `none`. */
export const extensionNamesSetting = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\s*,\s*[a-z][a-z0-9-]*)*$/, 'expected names with commas between them, as french-observatory, or none');
