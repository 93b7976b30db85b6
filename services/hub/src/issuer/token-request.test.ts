import { OperatorError } from '../errors';
import { tokenRequest } from './token-request';

describe('tokenRequest', () => {
  test('a role alone', () => {
    expect(tokenRequest({ role: 'lead' })).toEqual({ role: 'LEAD', subject: 'lead', lifetimeSeconds: 12 * 3600 });
  });

  test("a centre's country follows from its code", () => {
    expect(tokenRequest({ role: 'Center', center: 'fr-001', hours: '0.5', subject: 'dr-who' })).toEqual({
      role: 'CENTER',
      country: 'FR',
      center: 'FR-001',
      subject: 'dr-who',
      lifetimeSeconds: 1800,
    });
  });

  test('a lead may be of a country', () => {
    expect(tokenRequest({ role: 'lead', country: 'FR' })).toMatchObject({ country: 'FR', subject: 'lead-fr' });
  });

  test.each([
    ['an unknown role', { role: 'king' }, /--role: "king" .* lead, dashboard, coordinator, validator, center, admin\./],
    ['a coordinator without a country', { role: 'coordinator' }, /--country: the role coordinator needs/],
    ['a validator without a country', { role: 'validator' }, /--country: the role validator needs/],
    ['a centre without its code', { role: 'center', country: 'FR' }, /--center: the role center needs/],
    ['a centre of another country', { role: 'center', country: 'DE', center: 'FR-001' }, /--center: FR-001 is no centre of DE/],
    ['a malformed centre', { role: 'center', center: 'FR1' }, /--center: "FR1"/],
    ['a malformed country', { role: 'coordinator', country: 'France' }, /--country: "France"/],
    ['a lifetime that is no number', { role: 'lead', hours: 'long' }, /--hours: "long"/],
    ['a lifetime of nothing', { role: 'lead', hours: '0' }, /--hours/],
    ['a lifetime of years', { role: 'lead', hours: '100000' }, /--hours/],
  ])('%s is refused in one sentence', (_name, options, sentence) => {
    expect(() => tokenRequest(options)).toThrow(OperatorError);
    expect(() => tokenRequest(options)).toThrow(sentence);
  });
});
