import { knownFieldExpectations } from '@registry-hub/shared/clinical';
import { caseFacts } from '@registry-hub/shared/testing';
import { createContext } from '../api';
import { askOperation, buildTestSchema, callerAs, openTestRegistry, type TestRegistry } from '../testing';

const coordinator = callerAs('COORDINATOR');
const names = knownFieldExpectations.map(({ name }) => name);

describe('the fields that a country expects', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry(await buildTestSchema());
    await registry.importCases(
      [{ centerCode: 'FR-001', name: 'Poitiers' }],
      [caseFacts({ diagnosis: { karyotype: undefined, transcript: undefined } })],
    );
  });
  afterEach(() => registry.close());

  const choose = (fields: readonly string[], caller = coordinator): Promise<unknown> =>
    askOperation(registry, caller, 'setExpectedFields', { fields: ['[String!]!', fields] }, '{ name expected }');
  const read = async (selection: string): Promise<Record<string, never>> => {
    const { data, errors } = await registry.ask(coordinator, `{ france { registry { ${selection} } } }`);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.['france'])).registry;
  };

  it('are all that the rules know, at first', async () => {
    const { settings } = await read('settings { expectedFields { group name when expected } disclosure { leadThreshold } }');
    expect(settings).toEqual({
      expectedFields: knownFieldExpectations.map(({ group, name, when }) => ({ group, name, when, expected: true })),
      disclosure: { leadThreshold: 5 },
    });
  });

  it('are chosen by the coordinator, and completeness is told by them from the next answer on', async () => {
    const group = 'quality { completeness completenessByGroup { group expected filled } expectedFields { name } } revision';
    const before = await read(group);
    expect(before).toMatchObject({
      quality: { completenessByGroup: expect.arrayContaining([{ group: 'DIAGNOSIS', expected: 5, filled: 3 }]) },
    });
    const chosen = await choose(['diagnosis.phase', 'diagnosis.karyotype']);
    expect(chosen).toEqual(names.map((name) => ({ name, expected: ['diagnosis.phase', 'diagnosis.karyotype'].includes(name) })));
    expect(await read(group)).toMatchObject({
      quality: {
        completeness: 0.5,
        completenessByGroup: expect.arrayContaining([
          { group: 'DIAGNOSIS', expected: 2, filled: 1 },
          { group: 'FOLLOW_UP', expected: 0, filled: 0 },
        ]),
        expectedFields: [{ name: 'diagnosis.phase' }, { name: 'diagnosis.karyotype' }],
      },
      revision: Number(before['revision']) + 1,
    });
    await choose([]);
    expect(await read('quality { completeness }')).toEqual({ quality: { completeness: 1 } });
  });

  it('hold for every process on the database, since none keeps them', async () => {
    const other = createContext(registry.services, coordinator);
    expect(await other.expectedFields.read()).toHaveLength(names.length);
    await choose(['patient.sex']);
    expect((await other.expectedFields.read()).map(({ name }) => name)).toEqual(['patient.sex']);
  });

  it('are written down as far as they change, and not when they do not', async () => {
    const without = names.filter((name) => name !== 'diagnosis.transcript');
    await choose(without);
    await choose(without.toReversed());
    const trail = 'auditTrail(first: 2) { edges { node { action changes { kind key field before after } } } }';
    expect(await read(trail)).toEqual({
      auditTrail: {
        edges: [
          {
            node: {
              action: 'SETTINGS',
              changes: [{ kind: 'setting', key: ['expectedFields'], field: 'diagnosis.transcript', before: 'true', after: 'false' }],
            },
          },
          { node: expect.objectContaining({ action: 'IMPORT' }) },
        ],
      },
    });
  });

  it('are known ones, each named once, and chosen by nobody but a coordinator', async () => {
    expect(await choose(['diagnosis.ph', 'patient.sex', 'patient.sex'])).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        {
          field: 'fields.0',
          message: expect.stringMatching(/"diagnosis\.ph" is none of the known fields: patient\.sex, .*diagnosis\.phPositive/),
        },
        { field: 'fields.2', message: expect.stringContaining('once') },
      ],
    });
    expect(await choose(names, callerAs('CENTER', 'FR-001'))).toEqual({ code: 'FORBIDDEN' });
    expect(await read('settings { expectedFields { expected } }')).toEqual({
      settings: { expectedFields: names.map(() => ({ expected: true })) },
    });
  });
});
