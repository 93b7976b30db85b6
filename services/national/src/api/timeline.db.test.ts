import { caseFacts } from '@registry-hub/shared/testing';
import { callerAs, openTestRegistry, type TestRegistry } from '../testing';

const whole = caseFacts({ mutations: [{ variant: 'K247R' }, { variant: 'T315I' }] });

describe('the course of one case', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await openTestRegistry();
    await registry.importCases([{ centerCode: 'FR-001', name: 'Poitiers' }], [whole]);
  });
  afterAll(() => registry.close());

  const patient = async (selection: string): Promise<Record<string, unknown[]>> => {
    const { data, errors } = await registry.ask(
      callerAs('CENTER', 'FR-001'),
      `{ france { registry { patient(code: "FR-001-0001") { ${selection} } } } }`,
    );
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)).france.registry.patient;
  };

  it('is one query: every event with its meaning, the months of imatinib, the drug and its dose', async () => {
    const { timeline } = await patient('timeline { kind on meaning response monthsSinceImatinib drug mgPerDay recordKind recordKey }');
    expect(timeline?.[1]).toEqual({
      kind: 'TREATMENT_STARTED',
      on: '2002-01-15',
      meaning: 'Imatinib started as line 1, 400 mg a day.',
      response: null,
      monthsSinceImatinib: 0,
      drug: 'IMATINIB',
      mgPerDay: 400,
      recordKind: 'treatment',
      recordKey: ['FR-001-0001', '1'],
    });
    expect(timeline?.at(-1)).toMatchObject({ kind: 'LAST_CONTACT', on: '2005-06-15', drug: null });
  });

  it('is judged by the edition that is asked for', async () => {
    const milestones = async (edition: string): Promise<unknown> =>
      ((await patient(`timeline${edition} { kind response }`))['timeline'] as { kind: string; response: string }[])
        .filter(({ kind }) => kind === 'MILESTONE')
        .map(({ response }) => response);
    expect(await milestones('')).toEqual(['OPTIMAL', 'SUBOPTIMAL', 'FAILURE']);
    expect(await milestones('(edition: ELN_2013)')).toEqual(['WARNING', 'FAILURE', 'FAILURE']);
  });

  it('leads from a diagnosis to what is known of the disease', async () => {
    const { diagnosis } = await patient('diagnosis { disease catalogue { name group family kinases sources { text } } }');
    expect(diagnosis).toMatchObject({
      disease: '9875/3',
      catalogue: { name: 'Chronic myeloid leukaemia, BCR::ABL1-positive', group: 'HEMATOLOGIC', kinases: ['ABL1'] },
    });
  });

  it('leads from a mutation to what is known of it', async () => {
    const { mutations } = await patient(
      'mutations { variant catalogue { codingHgvs region imatinibInsensitivity sensitivities { drug code } sources { year } } }',
    );
    expect(mutations).toEqual([
      { variant: 'K247R', catalogue: null },
      {
        variant: 'T315I',
        catalogue: {
          codingHgvs: ['c.944C>T'],
          region: 'GATEKEEPER',
          imatinibInsensitivity: 'HIGH',
          sensitivities: expect.arrayContaining([{ drug: 'PONATINIB', code: 's' }]),
          sources: expect.arrayContaining([{ year: 2011 }]),
        },
      },
    ]);
  });
});
