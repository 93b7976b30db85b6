import fc from 'fast-check';
import { commonDisclosureSettings, type DisclosureSettings, thresholdNames } from '../domain';
import type { Caller, Role } from '../identity';
import { europeanPolicy, nationalPolicy, nationalRole, pooledRole, pooledRoles } from './policy';

const caller = (role: Role, country?: string): Caller => ({ subject: 'anna', roles: [role], ...(country !== undefined && { country }) });
const settings: fc.Arbitrary<DisclosureSettings> = fc.record({
  dashboardThreshold: fc.integer({ min: 10, max: 40 }),
  leadThreshold: fc.integer({ min: 5, max: 40 }),
  coordinatorThreshold: fc.integer({ min: 5, max: 40 }),
  extremesReleased: fc.boolean(),
  differencingRefused: fc.boolean(),
});

describe('the policy of disclosure control', () => {
  it.each([
    ['LEAD', 5, true],
    ['COORDINATOR', 5, false],
    ['VALIDATOR', 5, false],
    ['DASHBOARD', 10, false],
  ] as const)('of a %s is the common one where nobody asks for more', (role, threshold, extremesReleased) => {
    for (const given of [[], [commonDisclosureSettings]]) {
      expect(europeanPolicy(role, given)).toMatchObject({ threshold, extremesReleased, minimumCountries: 3 });
    }
  });

  it('is the strictest of all settings, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pooledRoles), fc.array(settings, { minLength: 1, maxLength: 9 }), (role, given) => {
        const policy = europeanPolicy(role, given);
        expect(europeanPolicy(role, given.toReversed())).toEqual(policy);
        for (const one of given) {
          const alone = europeanPolicy(role, [one]);
          expect(policy.threshold).toBeGreaterThanOrEqual(alone.threshold);
          if (!alone.extremesReleased) expect(policy.extremesReleased).toBe(false);
        }
        expect(given.flatMap((one) => thresholdNames.map((name) => one[name])).concat(5, 10)).toContain(policy.threshold);
        expect(policy.note).toContain(`1 to ${policy.threshold - 1} patients`);
      }),
    );
  });

  it('of a country’s own figures does not concern its staff', () => {
    const strict = { ...commonDisclosureSettings, leadThreshold: 20, extremesReleased: false };
    expect(nationalPolicy('STAFF', [strict])).toMatchObject({ threshold: 1, extremesReleased: true });
    expect(nationalPolicy('LEAD', [strict])).toMatchObject({ threshold: 20, extremesReleased: false, minimumCountries: 1 });
  });

  it.each([
    ['COORDINATOR', 'FR', 'STAFF'],
    ['VALIDATOR', 'FR', 'STAFF'],
    ['COORDINATOR', 'DE', undefined],
    ['LEAD', undefined, 'LEAD'],
    ['DASHBOARD', undefined, undefined],
    ['CENTER', 'FR', undefined],
    ['ADMIN', undefined, undefined],
  ] as const)('of France’s own figures sees a %s of %s as %s', (role, country, seenAs) => {
    expect(nationalRole(caller(role, country), 'FR')).toBe(seenAs);
  });

  it('goes by the role that grants most', () => {
    expect(pooledRole({ subject: 'anna', roles: ['DASHBOARD', 'LEAD'] })).toBe('LEAD');
    expect([pooledRole(caller('CENTER', 'FR')), pooledRole(caller('ADMIN'))]).toEqual([undefined, undefined]);
  });
});
