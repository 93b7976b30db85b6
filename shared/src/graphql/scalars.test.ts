import { Kind } from 'graphql';
import { CalendarDateScalar, CountryCodeScalar, DateTimeScalar } from './scalars';

describe('scalars', () => {
  it.each([
    [CountryCodeScalar, 'FR', 'FR'],
    [CalendarDateScalar, '2004-02-29', '2004-02-29'],
    [DateTimeScalar, '2006-07-01T12:00:00Z', new Date(Date.UTC(2006, 6, 1, 12))],
    [DateTimeScalar, '2006-07-01T12:00:00.5+02:00', new Date(Date.UTC(2006, 6, 1, 10, 0, 0, 500))],
  ])('%s reads %j, as variable and as literal', (scalar, text, value) => {
    expect(scalar.parseValue(text)).toEqual(value);
    expect(scalar.parseLiteral({ kind: Kind.STRING, value: text })).toEqual(value);
  });

  it.each([
    [CountryCodeScalar, 'fr'],
    [CountryCodeScalar, 'FRA'],
    [CalendarDateScalar, '2006-02-29'],
    [CalendarDateScalar, '2006-7-1'],
    [CalendarDateScalar, 20060701],
    [DateTimeScalar, '2006-07-01'],
    [DateTimeScalar, '2006-13-01T00:00:00Z'],
  ])('%s refuses %j with a sentence that says what would be right', (scalar, given) => {
    expect(() => scalar.parseValue(given)).toThrow(`${scalar.name}: expected`);
  });

  it('refuses a literal of another kind', () => {
    expect(() => CalendarDateScalar.parseLiteral({ kind: Kind.INT, value: '2006' })).toThrow('CalendarDate: expected');
  });

  it('writes instants in UTC', () => {
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
