import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

/** Either answer is a few kilobytes, from a service that does little else. */
const ANSWER_WITHIN_MS = 5000;

const webAddress = z.url({ protocol: /^https?$/ });
const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: webAddress });
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * Asks an OpenID provider for its public keys, by OpenID Connect Discovery 1.0, section 4: the address of the document
 * follows from the issuer, the document must name that very issuer, and it says where the keys are.
 *
 * @throws Error with one sentence when the provider does not answer, or not as it should
 */
export async function askProvider(issuer: string, withinMs: number = ANSWER_WITHIN_MS): Promise<JSONWebKeySet> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = discoveryDocument.safeParse(await readJson(address, withinMs));
  if (!document.success) throw new Error('its discovery document names no issuer, or no address of its keys');
  const { issuer: announced, jwks_uri: keysAt } = document.data;
  if (announced !== issuer) throw new Error('it announces another issuer than the one that is set');
  // whoever sits between could otherwise put in keys of his own
  if (issuer.startsWith('https:') && !keysAt.startsWith('https:')) throw new Error('it offers its keys without TLS');
  const keys = keySet.safeParse(await readJson(keysAt, withinMs));
  if (!keys.success) throw new Error('what it offers is no JSON Web Key Set');
  return keys.data;
}

async function readJson(address: string, withinMs: number): Promise<unknown> {
  const signal = AbortSignal.timeout(withinMs);
  const fault = (sentence: string, cause: unknown): Error =>
    new Error(signal.aborted ? `it did not answer within ${withinMs / 1000} s` : sentence, { cause });
  // an issuer names its addresses itself; one that sends elsewhere is not the one that was set
  const response = await fetch(address, { redirect: 'error', signal }).catch((error: unknown) => {
    throw fault('it can not be reached', error);
  });
  if (response.ok) {
    return response.json().catch((error: unknown) => {
      throw fault('its answer is no JSON', error);
    });
  }
  await response.body?.cancel();
  throw new Error(`it answered with status ${response.status}`);
}
