import { EntityPlaces } from './entity-places';

const typed = (...names: string[]) => names.map((__typename) => ({ __typename }));

describe('the place of an entity', () => {
  const operation = {};
  const places = new EntityPlaces();
  places.note(operation, null);
  places.note(operation, {
    countries: typed('Austria', 'France', 'Italy'),
    alias: [null, ...typed('France')],
    groups: [{ members: typed('Austria') }, { members: typed('France', 'Austria', 'France') }],
    country: { __typename: 'France' },
  });

  it.each([
    ['in a list', ['countries', '@'], 'France', 0, 1],
    ['in a list under another name', ['alias', '@'], 'France', 0, 0],
    ['alone', ['country'], 'France', 0, 0],
    ['in lists of lists', ['groups', '@', 'members', '@'], 'France', 0, 1],
    ['the second of its type', ['groups', '@', 'members', '@'], 'France', 1, 3],
    ['where the path leaves out a list', ['groups', 'members', '@'], 'France', 0, 1],
    ['of a type that is not there', ['countries', '@'], 'Spain', 0, undefined],
    ['at a path that is not there', ['nowhere', '@'], 'France', 0, undefined],
  ])('%s', (_, path, typeName, nth, place) => {
    expect(places.placeOf(operation, path, typeName, nth)).toBe(place);
  });

  it('is not known for another operation', () => {
    expect(places.placeOf({}, ['countries', '@'], 'France', 0)).toBeUndefined();
  });
});
