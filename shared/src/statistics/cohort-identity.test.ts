import { cohortIdentity, cohortKey } from './cohort-identity';

describe('the identity of a cohort', () => {
  it('is the same however the filter is written, and whichever way its countries are named', () => {
    const one = cohortIdentity({ registry: 'CML', sex: ['M', 'F', 'M'], riskGroup: { score: 'SOKAL', groups: ['LOW', 'HIGH'] } }, [
      'IL',
      'FR',
    ]);
    const other = cohortIdentity(
      { riskGroup: { groups: ['HIGH', 'LOW', 'LOW'], score: 'SOKAL' }, sex: ['F', 'M'], countries: ['FR', 'IL'], registry: 'CML' },
      ['FR', 'IL'],
    );
    expect(cohortKey(one)).toBe(cohortKey(other));
  });

  it.each([
    ['filter', cohortIdentity({ registry: 'ALL' }, ['FR', 'IL'])],
    ['country that did not answer', cohortIdentity({ registry: 'CML' }, ['FR'])],
  ])('is another one with another %s', (_what, other) => {
    expect(cohortKey(other)).not.toBe(cohortKey(cohortIdentity({ registry: 'CML' }, ['FR', 'IL'])));
  });
});
