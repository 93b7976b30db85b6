import { z } from 'zod';
import type { Check } from '../check';
import { expectSame, expectThat } from '../deviation';
import { type Answer, type RegistryUnderTest } from '../registry-under-test';

const readyForm = z.looseObject({ status: z.literal('ok'), version: z.string().min(1).max(64), maskingKey: z.string().optional() });
/** 32 bytes in base64url. */
const MASKING_KEY = /^[\w-]{43}$/;

function told({ bytes }: Answer): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return Buffer.from(bytes).toString();
  }
}

/** The key under which the registry masks, as it tells it to the hub. @throws Deviation when it tells none */
export async function maskingKeyOf(registry: RegistryUnderTest): Promise<string> {
  const answer = await registry.door('/health/ready', { method: 'GET' });
  const { maskingKey } = readyForm.safeParse(told(answer)).data ?? {};
  expectThat(maskingKey !== undefined && MASKING_KEY.test(maskingKey), 'maskingKey, 32 bytes in base64url', told(answer));
  return maskingKey ?? '';
}

/** What is asked without a token: whether the registry is there. */
export const healthChecks: readonly Check[] = [
  {
    id: 'health.live',
    sentence: 'GET /health/live answers 200 to anybody.',
    run: async (registry) => {
      expectSame(200, (await registry.door('/health/live', { method: 'GET' })).status, 'status ');
    },
  },
  {
    id: 'health.ready',
    sentence: 'GET /health/ready answers 200, with status and version.',
    run: async (registry) => {
      const answer = await registry.door('/health/ready', { method: 'GET' });
      expectSame(200, answer.status, 'status ');
      expectThat(readyForm.safeParse(told(answer)).success, '{"status":"ok","version":"…"}', told(answer));
    },
  },
  {
    id: 'health.masking-key',
    sentence: 'GET /health/ready tells the public key under which the registry masks its sums.',
    run: async (registry) => {
      await maskingKeyOf(registry);
    },
  },
];
