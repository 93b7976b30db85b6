import { z } from 'zod';

/** The one kind of key the hub signs tokens with: P-256, in its private form, with a name. */
const signingKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  alg: z.literal('ES256'),
  kid: z.string(),
});

export type SigningKey = Readonly<z.output<typeof signingKeySchema>>;

/** @throws Error when the text is no such key, without a word of what it is */
export function signingKeyOf(text: string): SigningKey {
  const key = signingKeySchema.safeParse(jsonOf(text));
  if (!key.success) throw new Error('SIGNING_KEY_FILE: expected a private key for ES256 with a kid, as a JWK');
  return key.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
