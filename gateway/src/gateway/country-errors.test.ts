import { CountryFault } from '../countries';
import { isSilent, mergeableData, ownErrors, unavailableErrors } from './country-errors';
import type { FetchFields } from './fetch-fields';

const france = { code: 'FR', name: 'France' };
const root: FetchFields = { isMutation: false, paths: [['a'], ['b']], certain: [['a'], ['b']] };
const entity: FetchFields = { isMutation: false, paths: [['_entities', 0, 'registry']], certain: [['_entities', 0]], entityCount: 1 };
const error = { message: 'no', extensions: { code: 'FORBIDDEN' } };

const fault = (delivered: boolean) => new CountryFault(france, { kind: 'UNREACHABLE', delivered, reason: 'ECONNRESET' });

describe('errors of a country that does not answer', () => {
  const extensions = { code: 'COUNTRY_UNAVAILABLE', country: 'FR' };

  it('are one for each field', () => {
    expect(unavailableErrors(fault(true), root)).toEqual([
      { message: 'The registry of France does not answer.', path: ['a'], extensions },
      { message: 'The registry of France does not answer.', path: ['b'], extensions },
    ]);
  });

  it.each([
    [true, 'The registry of France does not answer. Whether the change was made is not known.'],
    [false, 'The registry of France does not answer.'],
  ])('leave no doubt about a change that was not delivered (delivered: %s)', (delivered, message) => {
    expect(unavailableErrors(fault(delivered), { ...root, isMutation: true })[0]?.message).toBe(message);
  });
});

describe("a country's own errors", () => {
  it('stay where they are', () => {
    const errors = [{ ...error, path: ['a', 'b', 0] }];
    expect(ownErrors({ data: {}, errors }, root)).toEqual(errors);
    const within = [{ ...error, path: ['_entities', 0, 'registry', 'cohort'] }];
    expect(ownErrors({ data: null, errors: within }, entity)).toEqual(within);
  });

  it.each([undefined, [], ['elsewhere']])('that name no field of the fetch go to those that are null: path %j', (path) => {
    expect(ownErrors({ data: { a: {}, b: null }, errors: [{ ...error, ...(path ? { path } : {}) }] }, root)).toEqual([
      { ...error, path: ['b'] },
    ]);
  });

  it('go to the first field when none is null', () => {
    expect(ownErrors({ data: { a: {}, b: {} }, errors: [error] }, root)).toEqual([{ ...error, path: ['a'] }]);
  });
});

describe('what is missing from an answer', () => {
  it.each([
    ['a root field', { data: { a: {}, b: null } }, root, true],
    ['everything', { data: null }, root, true],
    ['an entity', { data: { _entities: [null] } }, entity, true],
    ['a field of an entity, which may be null', { data: { _entities: [{ registry: null }] } }, entity, false],
    ['nothing', { data: { a: {}, b: {} } }, root, false],
    ['a root field, and an error says why', { data: null, errors: [error] }, root, false],
  ])('is told when it is left out in silence: %s', (_, answer, fields, silent) => {
    expect(isSilent(answer, fields)).toBe(silent);
  });

  it.each([
    ['as many as asked for', { _entities: [null] }, { _entities: [null] }],
    ['too many', { _entities: [null, null] }, null],
    ['none', {}, null],
    ['no list', { _entities: {} }, null],
  ])('leaves no data to merge when entities are %s', (_, data, merged) => {
    expect(mergeableData({ data }, entity)).toEqual(merged);
  });
});
