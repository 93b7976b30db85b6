import { z } from 'zod';

/** The development provider gives everybody who asks a role: what keeps it from coming up by mistake. */
export const developmentIdentitySettings = {
  NODE_ENV: z.string().optional(),
  /** Whether the development provider may run although NODE_ENV is `production`. */
  ALLOW_DEVELOPMENT_IDENTITY: z.enum(['true', 'false'], { error: 'expected true or false' }).default('false'),
};

export const DEVELOPMENT_IDENTITY_REFUSED =
  'with NODE_ENV=production set it to your identity provider: the development provider, in which anybody can be anybody, ' +
  'runs there only with ALLOW_DEVELOPMENT_IDENTITY=true';

export function developmentIdentityAllowed(settings: {
  readonly NODE_ENV?: string | undefined;
  readonly ALLOW_DEVELOPMENT_IDENTITY?: string | undefined;
}): boolean {
  return settings.NODE_ENV !== 'production' || settings.ALLOW_DEVELOPMENT_IDENTITY === 'true';
}
