import { foundingCountries } from '@registry-hub/shared/domain';
import { roles } from '@registry-hub/shared/identity';
import { developmentAccounts } from './development-accounts';

test('there is an account for every role, and for every national role one in each country', () => {
  const accounts = developmentAccounts([...foundingCountries, { code: 'PL', name: 'Poland' }]);
  const held = (role: string): readonly (string | undefined)[] =>
    accounts.filter(({ claims }) => claims.roles.some((one) => one === role)).map(({ claims }) => claims.country);
  const everywhere = ['AT', 'DE', 'DK', 'ES', 'FI', 'FR', 'IL', 'IT', 'NL', 'PL'];
  expect(Object.fromEntries(roles.map((role) => [role, held(role)]))).toEqual({
    LEAD: [undefined],
    DASHBOARD: [undefined],
    COORDINATOR: everywhere,
    VALIDATOR: everywhere,
    CENTER: everywhere,
    ADMIN: [undefined],
  });
  expect(new Set(accounts.map(({ subject }) => subject)).size).toBe(accounts.length);
});
