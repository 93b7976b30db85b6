import {
  DEVELOPMENT_IDENTITY_REFUSED,
  developmentIdentityAllowed,
  developmentIdentitySettings,
  logLevelSetting,
  portSetting,
  urlSetting,
} from '@registry-hub/shared/config';
import { z } from 'zod';

const ORIGIN = /^https?:\/\/[\w.:[\]-]+$/;

/** What the development provider is set to, by environment variables of these names. */
export const identitySettingsSchema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: portSetting,
    /** The name that tokens carry: the address at which browsers and clients reach this very process. */
    ISSUER: urlSetting,
    AUDIENCE: z.string().default('registry-hub'),
    SIGNING_KEY_FILE: z.string({ error: 'expected the path of the private key, a JWK' }),
    /** Every public key whose tokens are good, the present one and its predecessor, as a JWKS. */
    PUBLIC_KEYS_FILE: z.string({ error: 'expected the path of the public keys, a JWKS' }),
    SERVICE_CLIENT_SECRET: z
      .string({ error: 'expected the secret of the service client, by SERVICE_CLIENT_SECRET_FILE' })
      .min(32, 'expected at least 32 characters'),
    COUNTRY_REGISTER_FILE: z.string({ error: 'expected the path of the country register' }),
    /** Where the dashboard is served, as browsers see it; comma-separated. */
    DASHBOARD_ORIGINS: z
      .string({ error: 'expected where the dashboard is served' })
      .refine((text) => text.split(',').every((origin) => ORIGIN.test(origin)), 'expected origins, as http://127.0.0.1:4000')
      .transform((text) => text.split(',')),
    LOG_LEVEL: logLevelSetting.default('info'),
    OIDC_ISSUER: z.undefined({ error: 'names the identity provider in use: the development provider does not run beside it' }).optional(),
    ...developmentIdentitySettings,
  })
  .refine(developmentIdentityAllowed, { path: ['OIDC_ISSUER'], error: DEVELOPMENT_IDENTITY_REFUSED, when: () => true });

export type IdentitySettings = Readonly<z.output<typeof identitySettingsSchema>>;
