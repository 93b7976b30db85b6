import { SignJWT } from 'jose';
import { rememberTokens } from './remember-tokens';
import type { VerifyToken } from './token-verifier';

const START = Date.parse('2026-11-21T12:00:00Z');
const caller = { subject: 'anna', roles: ['LEAD'] as const };

async function tokenFor(seconds: number): Promise<string> {
  const token = new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(START / 1000 + seconds);
  return `Bearer ${await token.sign(new Uint8Array(32))}`;
}

function remembering() {
  const clock = { now: START };
  const verify = jest.fn<ReturnType<VerifyToken>, Parameters<VerifyToken>>(async () => caller);
  return { clock, verify, remembered: rememberTokens(verify, () => clock.now) };
}

describe('remembered tokens', () => {
  it('are verified once', async () => {
    const { verify, remembered } = remembering();
    const token = await tokenFor(3600);
    expect([await remembered(token), await remembered(token)]).toEqual([caller, caller]);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['when they have expired', 30, 30_000],
    ['after a minute, as the issuer may have withdrawn the key', 3600, 60_000],
  ])('are verified anew %s', async (_when, lifetime, later) => {
    const { clock, verify, remembered } = remembering();
    const token = await tokenFor(lifetime);
    await remembered(token);
    clock.now += later - 1;
    await remembered(token);
    expect(verify).toHaveBeenCalledTimes(1);
    clock.now += 1;
    await remembered(token);
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('are each their own', async () => {
    const { verify, remembered } = remembering();
    await remembered(await tokenFor(60));
    await remembered(await tokenFor(61));
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('are not remembered when they were refused', async () => {
    const { verify, remembered } = remembering();
    verify.mockRejectedValueOnce(new Error('refused'));
    const token = await tokenFor(60);
    await expect(remembered(token)).rejects.toThrow('refused');
    await expect(remembered(token)).resolves.toEqual(caller);
    await expect(remembered(undefined)).resolves.toEqual(caller);
    expect(verify).toHaveBeenCalledTimes(3);
  });
});
