import { caseFacts } from '@registry-hub/shared/testing';
import {
  askOperation,
  buildTestSchema,
  callerAs,
  type OperationArguments,
  openTestRegistry,
  type TestRegistry,
  writeBundle,
} from '../testing';

const coordinator = callerAs('COORDINATOR');
const center = callerAs('CENTER', 'FR-001');
const centers = [{ centerCode: 'FR-001', name: 'Poitiers', openedOn: '2004-01-01' } as const, { centerCode: 'FR-002', name: 'Lyon' }];
/** The test's today. */
const TODAY = '2026-11-21';
const newcomer = { patientCode: 'FR-001-0009', centerCode: 'FR-001', sex: 'F', birthMonth: '1950-06', vitalStatus: 'ALIVE' };
const assessment = { patientCode: 'FR-001-0001', assessedOn: '2004-05-05', wbc: 5 };

describe('a centre that is closed', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry(await buildTestSchema());
    await registry.importCases(centers, [caseFacts()]);
  });
  afterEach(() => registry.close());

  const close = (args: { on?: string; centerCode?: string; reason?: string } = {}, caller = coordinator): Promise<unknown> => {
    const { on = TODAY, centerCode = 'FR-001', reason = 'Moved to Lyon.' } = args;
    const given: OperationArguments = {
      centerCode: ['ID!', centerCode],
      on: ['CalendarDate!', on],
      reason: ['String!', reason],
    };
    return askOperation(registry, caller, 'closeCenter', given, '{ code closedOn }');
  };
  const reopen = (): Promise<unknown> =>
    askOperation(registry, coordinator, 'reopenCenter', { centerCode: ['ID!', 'FR-001'], reason: ['String!', 'Back.'] }, '{ closedOn }');
  const enrol = (caller = center): Promise<unknown> =>
    askOperation(registry, caller, 'recordPatient', { input: ['PatientInput!', newcomer] }, '{ code }');
  const assess = (caller = center): Promise<unknown> =>
    askOperation(registry, caller, 'recordAssessment', { input: ['AssessmentInput!', assessment] }, '{ code }');
  const read = async (selection: string, caller = coordinator): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `{ france { registry { ${selection} } } }`);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.['france'])).registry;
  };

  it('is read by its own as ever, and says since when', async () => {
    expect(await close()).toEqual({ code: 'FR-001', closedOn: TODAY });
    expect(await read('patients { totalCount } centers { edges { node { code closedOn } } }', center)).toEqual({
      patients: { totalCount: 1 },
      centers: { edges: [{ node: { code: 'FR-001', closedOn: TODAY } }] },
    });
    expect(await read('quality { patients byCenter { center { code closedOn } } }')).toEqual({
      quality: {
        patients: 1,
        byCenter: [{ center: { code: 'FR-001', closedOn: TODAY } }, { center: { code: 'FR-002', closedOn: null } }],
      },
    });
  });

  it('records nothing, while its coordinator follows the patients up and enrols nobody', async () => {
    await close();
    expect(await enrol()).toEqual({ code: 'CONFLICT' });
    expect(await enrol(coordinator)).toEqual({ code: 'CONFLICT' });
    expect(await assess()).toEqual({ code: 'CONFLICT' });
    expect(await assess(coordinator)).toEqual({ code: 'FR-001-0001' });
    const failure = { patientCode: 'FR-001-0001', notifiedOn: TODAY, failedOn: '2003-01-20', reportedSubcategory: 'TOXICITY' };
    const notify = (caller: typeof center): Promise<unknown> =>
      askOperation(registry, caller, 'notifyFailure', { input: ['NotifyFailureInput!', failure] }, '{ code }');
    expect(await notify(center)).toEqual({ code: 'CONFLICT' });
    expect(await notify(coordinator)).toEqual({ code: 'FR-001-0001' });
  });

  it('answers questions about what it documented', async () => {
    const ask = { patientCode: ['ID!', 'FR-001-0001'], message: ['String!', 'Is that so?'] } as const;
    const { id } = (await askOperation(registry, coordinator, 'raiseDataQuery', ask, '{ id }')) as { id: string };
    await close();
    const answer = { id: ['ID!', id], text: ['String!', 'It is.'] } as const;
    expect(await askOperation(registry, center, 'answerDataQuery', answer, '{ state }')).toEqual({ state: 'ANSWERED' });
  });

  it('is open until the day, and again once it is opened', async () => {
    await close({ on: '2026-11-22' });
    expect(await assess()).toEqual({ code: 'FR-001-0001' });
    await close();
    expect(await reopen()).toEqual({ closedOn: null });
    expect(await enrol()).toEqual({ code: 'FR-001-0009' });
  });

  it.each([
    ['at once', 4_000_000],
    ['in portions', 0],
  ])('takes a bundle (read %s) of patients it has, and refuses one with a newcomer', async (_, padding) => {
    await close();
    const known = caseFacts({ patient: { vitalStatus: 'LOST' } });
    const take = async (patientCode: string, centerCode = 'FR-001'): Promise<unknown> => {
      const files = writeBundle(centers, [known, caseFacts({ patient: { patientCode, centerCode, birthMonth: '1961-02' } })]);
      const options = { dryRun: true, by: coordinator, now: new Date('2026-11-21T12:00:00Z') };
      const source = async function* (): AsyncGenerator<{ name: string; pieces: AsyncIterable<string> }> {
        for (const { name, content } of files) {
          yield {
            name,
            pieces: (async function* () {
              yield content;
            })(),
          };
        }
      };
      const { importer } = registry.services;
      const { refused, problems } =
        padding > 0 ? await importer.importBundle(files, options) : await importer.importFrom(source(), options);
      const told = problems.filter(({ severity }) => severity === 'HARD').map(({ file, line, column, rule }) => [file, line, column, rule]);
      return { refused, told };
    };
    expect(await take('FR-001-0009')).toEqual({ refused: true, told: [['patients.csv', 3, 'center_code', 'CLOSED_CENTER']] });
    expect(await take('FR-002-0001', 'FR-002')).toEqual({ refused: false, told: [] });
  });

  it('is written down with the reason, once', async () => {
    await close();
    await close();
    expect(await read('auditTrail(first: 2) { edges { node { action reason changes { key field before after } } } }')).toEqual({
      auditTrail: {
        edges: [
          {
            node: {
              action: 'SETTINGS',
              reason: 'Moved to Lyon.',
              changes: [{ key: ['center', 'FR-001'], field: 'closedOn', before: null, after: TODAY }],
            },
          },
          { node: expect.objectContaining({ action: 'IMPORT' }) },
        ],
      },
    });
    expect(await read('auditVerification { valid }')).toEqual({ auditVerification: { valid: true } });
  });

  it('is closed by a coordinator alone, for a reason, and not before it opened', async () => {
    expect(await close({}, center)).toEqual({ code: 'FORBIDDEN' });
    expect(await close({}, callerAs('VALIDATOR'))).toEqual({ code: 'FORBIDDEN' });
    expect(await close({ centerCode: 'FR-009' })).toEqual({ code: 'NOT_FOUND' });
    expect(await close({ on: '2003-12-31' })).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'on' }] });
    expect(await close({ reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'reason' }] });
  });
});
