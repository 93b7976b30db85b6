import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { askOperation, buildTestSchema, callerAs, openTestRegistry, type TestRegistry } from '../testing';

const FIELDS = '{ dashboardThreshold leadThreshold coordinatorThreshold extremesReleased differencingRefused }';

describe('what a country asks of disclosure control', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry(await buildTestSchema());
  });
  afterEach(() => registry.close());

  const change = (input: object): Promise<unknown> =>
    askOperation(registry, callerAs('COORDINATOR'), 'setDisclosurePolicy', { input: ['DisclosurePolicyInput!', input] }, FIELDS);
  const askRegistry = async (role: 'COORDINATOR' | 'LEAD', fields: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(callerAs(role), `{ france { registry { ${fields} } } }`);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.['france'])).registry;
  };

  it('is nothing beyond the common rules at first', async () => {
    expect(await askRegistry('COORDINATOR', `settings { disclosure ${FIELDS} }`)).toEqual({
      settings: { disclosure: commonDisclosureSettings },
    });
  });

  it('is changed as far as it is given, from the next answer on, and written down once', async () => {
    const threshold = async (): Promise<unknown> => askRegistry('LEAD', 'cohort { disclosure { threshold extremesReleased } } revision');
    expect(await threshold()).toEqual({ cohort: { disclosure: { threshold: 5, extremesReleased: false } }, revision: 0 });
    const expected = { ...commonDisclosureSettings, leadThreshold: 8 };
    expect(await change({ leadThreshold: 8, extremesReleased: null })).toEqual(expected);
    expect(await change({ leadThreshold: 8 })).toEqual(expected);
    expect(await threshold()).toEqual({ cohort: { disclosure: { threshold: 8, extremesReleased: false } }, revision: 1 });
    expect(
      await askRegistry('COORDINATOR', 'auditTrail { totalCount edges { node { action actor changes { kind key field before after } } } }'),
    ).toEqual({
      auditTrail: {
        totalCount: 1,
        edges: [
          {
            node: {
              action: 'SETTINGS',
              actor: 'test-coordinator',
              changes: [{ kind: 'setting', key: ['disclosure'], field: 'leadThreshold', before: '5', after: '8' }],
            },
          },
        ],
      },
    });
  });

  it.each([
    ['dashboardThreshold', 9, 10],
    ['leadThreshold', 4, 5],
    ['leadThreshold', 1001, 5],
    ['coordinatorThreshold', -1, 5],
  ])('is never laxer than the common rules: %s %d', async (name, value, least) => {
    expect(await change({ [name]: value, differencingRefused: true })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: `input.${name}`, message: expect.stringContaining(`from ${least} to 1000`) }],
    });
    expect(await askRegistry('COORDINATOR', 'settings { disclosure { differencingRefused } }')).toEqual({
      settings: { disclosure: { differencingRefused: false } },
    });
  });
});
