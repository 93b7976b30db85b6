import type { GraphQLSchema } from 'graphql';
import { AuditHistory } from '../../audit';
import { RegistryExporter } from '../../export';
import type { ImportReport } from '../../import';
import type { BundleFile } from '../../intake';
import {
  askOperation,
  buildTestSchema,
  callerAs,
  openTestRegistry,
  remissionCase,
  STOPPED_ON,
  TEST_NOW,
  type TestRegistry,
  writeBundle,
} from '../../testing';
import { frenchObservatory } from './french-observatory';

const centers = [
  { centerCode: 'FR-001', name: 'Poitiers' },
  { centerCode: 'FR-002', name: 'Bordeaux' },
];
const coordinator = callerAs('COORDINATOR');
const cases = [
  remissionCase('FR-001-0001', { afterStop: [0.005, 0.01, 0.2], early: [80, 10] }),
  remissionCase('FR-001-0002', { afterStop: [0.005, 0.004, 0.003, 0.002], early: [60, 60] }),
  remissionCase('FR-002-0003', { early: [40, 0] }),
];
const ATTEMPTS = `patient_code,attempt,criteria,stopped_on,restarted_on,restart_reason,restart_drug
FR-001-0001,1,ELN2020_OPTIMAL,${STOPPED_ON},2014-05-20,MOLECULAR_RELAPSE,IMATINIB
FR-001-0002,1,STUDY,${STOPPED_ON},,,
`;
const CAMPAIGNS = `center_code,campaign,started_on,ended_on,samples_sent,samples_validated,deviations
FR-001,2015-spring,2015-03-01,2015-05-01,40,38,2
`;
const attempts = (content: string): BundleFile => ({ name: 'observatory_attempts.csv', content });
const campaigns = (content: string): BundleFile => ({ name: 'observatory_campaigns.csv', content });

describe('the French observatory', () => {
  let schema: GraphQLSchema;
  let registry: TestRegistry;
  beforeAll(async () => {
    schema = await buildTestSchema([frenchObservatory]);
  });
  beforeEach(async () => {
    registry = await openTestRegistry(schema, [frenchObservatory]);
  });
  afterEach(() => registry.close());

  const bring = (files: readonly BundleFile[], dryRun = false): Promise<ImportReport> =>
    registry.services.importer.importBundle([...writeBundle(centers, cases), ...files], { dryRun, by: coordinator, now: TEST_NOW });
  const rows = <T>(text: string): Promise<T[]> => registry.dataSource.query(text);
  const observatory = async (selection: string, caller = coordinator): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `{ france { observatory { ${selection} } } }`);
    return errors ? errors.map((error) => error.message) : JSON.parse(JSON.stringify(data)).france.observatory;
  };
  const exported = async (): Promise<readonly BundleFile[]> => {
    const files: BundleFile[] = [];
    const exporter = new RegistryExporter(
      registry.dataSource,
      () => TEST_NOW,
      () => frenchObservatory.formats,
    );
    await exporter.export(coordinator, async (handed) => {
      for (const { name, text } of handed) {
        let content = '';
        for await (const piece of text()) content += piece;
        files.push({ name, content });
      }
    });
    return files;
  };

  it('takes its files with the others, hands them over to the byte, and takes them back without a change', async () => {
    const first = await bring([attempts(ATTEMPTS), campaigns(CAMPAIGNS)]);
    expect(first).toMatchObject({ stored: true, patientsChanged: 3 });
    const bundle = await exported();
    expect(bundle.slice(-2)).toEqual([attempts(ATTEMPTS), campaigns(CAMPAIGNS)]);

    const options = { dryRun: false, by: coordinator, now: TEST_NOW };
    const revision = await rows('SELECT revision FROM registry_state');
    expect(await registry.services.importer.importBundle(bundle, options)).toMatchObject({ stored: true, patientsChanged: 0 });
    expect(await rows('SELECT revision FROM registry_state')).toEqual(revision);
    expect(await exported()).toEqual(bundle);
  });

  it('takes the same bundle in portions, however large', async () => {
    const pieces = async function* (files: readonly BundleFile[]) {
      for (const { name, content } of files) {
        yield {
          name,
          pieces: (async function* () {
            yield content;
          })(),
        };
      }
    };
    const bundle = [...writeBundle(centers, cases), attempts(ATTEMPTS), campaigns(CAMPAIGNS)];
    const options = { dryRun: false, by: coordinator, now: TEST_NOW };
    expect(await registry.services.importer.importFrom(pieces(bundle), options)).toMatchObject({
      stored: true,
      patientsChanged: 3,
      problems: [],
    });
    expect((await exported()).slice(-2)).toEqual([attempts(ATTEMPTS), campaigns(CAMPAIGNS)]);
  });

  it('leaves its files out of an export that has no records of it', async () => {
    await bring([]);
    expect(await exported()).toHaveLength(9);
  });

  it('stores nothing in a dry run', async () => {
    expect(await bring([attempts(ATTEMPTS)], true)).toMatchObject({ stored: false, refused: false });
    expect(await rows('SELECT * FROM observatory_attempts')).toEqual([]);
  });

  it('names file, line, column and rule of what its own rules refuse, and stores nothing then', async () => {
    const wrong = `patient_code,attempt,criteria,stopped_on,restarted_on,restart_reason,restart_drug
FR-001-0001,1,ELN2020_OPTIMAL,${STOPPED_ON},2014-01-01,,
FR-001-0002,0,ELN2020_OPTIMAL,2005-01-01,,,
FR-001-0009,1,STUDY,${STOPPED_ON},,,
FR-002-0003,1,STUDY,2005-01-01,,,
FR-002-0003,1,STUDY,2027-01-01,,,
`;
    const { refused, stored, problems } = await bring([
      attempts(wrong),
      campaigns('center_code,campaign,started_on,samples_sent,samples_validated\nFR-003,2015,2015-01-01,5,6\n'),
    ]);
    expect({ refused, stored }).toEqual({ refused: true, stored: false });
    expect(problems.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
      ['observatory_attempts.csv', 2, 'restarted_on', 'OBSERVATORY_RESTART_BEFORE_STOP'],
      ['observatory_attempts.csv', 3, 'attempt', 'OUTSIDE_HARD_RANGE'],
      ['observatory_attempts.csv', 4, 'patient_code', 'UNKNOWN_PATIENT'],
      ['observatory_attempts.csv', 5, 'stopped_on', 'OBSERVATORY_NOTHING_TO_STOP'],
      ['observatory_attempts.csv', 6, 'patient_code', 'DUPLICATE_KEY'],
      ['observatory_campaigns.csv', 2, 'center_code', 'UNKNOWN_CENTER'],
      ['observatory_campaigns.csv', 2, 'samples_validated', 'OBSERVATORY_MORE_SAMPLES_THAN_SENT'],
    ]);
    expect(await rows('SELECT * FROM patients')).toEqual([]);
  });

  it('tells the course of an attempt from the assessments that the registry has', async () => {
    await bring([attempts(ATTEMPTS)]);
    const selection =
      'attempt criteria criteriaMet stoppedOn relapsedOn restartedOn restartReason outcome followUp { assessedOn bcrAbl1IsPct }';
    expect(await observatory(`attempts(patientCode: "FR-001-0001") { ${selection} }`)).toEqual({
      attempts: [
        {
          attempt: 1,
          criteria: 'ELN2020_OPTIMAL',
          criteriaMet: 'ELN2020_OPTIMAL',
          stoppedOn: STOPPED_ON,
          relapsedOn: '2014-05-01',
          restartedOn: '2014-05-20',
          restartReason: 'MOLECULAR_RELAPSE',
          outcome: 'MOLECULAR_RELAPSE',
          followUp: [
            { assessedOn: '2014-03-01', bcrAbl1IsPct: 0.005 },
            { assessedOn: '2014-04-01', bcrAbl1IsPct: 0.01 },
            { assessedOn: '2014-05-01', bcrAbl1IsPct: 0.2 },
          ],
        },
      ],
    });
    await registry.settleReads();
    expect(await rows("SELECT action FROM audit_entries WHERE action = 'READ_PATIENT'")).toHaveLength(1);
    expect(await observatory('attempts(patientCode: "FR-001-0001") { attempt }', callerAs('CENTER', 'FR-001'))).toEqual({
      attempts: [{ attempt: 1 }],
    });
    expect(await observatory('attempts(patientCode: "FR-001-0001") { attempt }', callerAs('CENTER', 'FR-002'))).toEqual([
      expect.stringMatching(/./),
    ]);
    expect(await observatory('attempts(patientCode: "FR-001-0001") { attempt }', callerAs('LEAD'))).toHaveLength(1);
  });

  it('gives exact figures to its own people, and cross-tabulates them', async () => {
    await bring([attempts(ATTEMPTS)]);
    const answer = await observatory(`cohort(filter: { registry: CML }) {
      registry { size { value } }
      frequencies(of: ATTEMPT_OUTCOME, by: ATTEMPT_CRITERIA) { rows { value count cells { value count } } total { value } missing { value } }
      early: frequencies(of: EARLY_MOLECULAR_RESPONSE) { rows { value count } }
      summary(of: HALVING_TIME) { n { value } median maximum }
      molecularRelapseFreeSurvival(months: [0, 3]) { curves { n { value } events { value } points { month atRisk survival } } }
    }`);
    // 95 days: 80 to 10 % is three halvings, 60 to 60 % none; undetectable counts as 0.001 %
    expect(answer).toEqual({
      cohort: {
        registry: { size: { value: 3 } },
        frequencies: {
          rows: [
            {
              value: 'IN_REMISSION',
              count: 1,
              cells: [
                { value: 'ELN2020_OPTIMAL', count: 0 },
                { value: 'STUDY', count: 1 },
              ],
            },
            {
              value: 'MOLECULAR_RELAPSE',
              count: 1,
              cells: [
                { value: 'ELN2020_OPTIMAL', count: 1 },
                { value: 'STUDY', count: 0 },
              ],
            },
          ],
          total: { value: 2 },
          missing: { value: 1 },
        },
        early: {
          rows: [
            { value: 'true', count: 2 },
            { value: 'false', count: 1 },
          ],
        },
        summary: [{ n: { value: 3 }, median: 30, maximum: 365 }],
        molecularRelapseFreeSurvival: {
          curves: [
            {
              n: { value: 2 },
              events: { value: 1 },
              points: [
                { month: 0, atRisk: 2, survival: 1 },
                { month: 3, atRisk: 1, survival: 0.5 },
              ],
            },
          ],
        },
      },
    });
  });

  it('passes the same gate as every figure: what speaks of few is not told to a lead', async () => {
    await bring([attempts(ATTEMPTS)]);
    expect(
      await observatory(
        'cohort(filter: { registry: CML }) { frequencies(of: ATTEMPT_OUTCOME) { rows { count suppressed } } summary(of: HALVING_TIME) { median suppressed } }',
        callerAs('LEAD'),
      ),
    ).toEqual({
      cohort: {
        frequencies: {
          rows: [
            { count: null, suppressed: true },
            { count: null, suppressed: true },
          ],
        },
        summary: [{ median: null, suppressed: true }],
      },
    });
  });

  it('follows a correction of the facts in the same transaction', async () => {
    await bring([attempts(ATTEMPTS)]);
    const outcome = async (): Promise<unknown> =>
      (await rows<{ declared: object }>("SELECT declared FROM extension_cases WHERE patient_code = 'FR-001-0002'"))[0]?.declared;
    expect(await outcome()).toMatchObject({ 'observatory.attemptOutcome': 'IN_REMISSION' });
    const input = { patientCode: 'FR-001-0002', assessedOn: '2014-08-01', bcrAbl1IsPct: 0.4 };
    await askOperation(registry, coordinator, 'recordAssessment', { input: ['AssessmentInput!', input] }, '{ code }');
    expect(await outcome()).toMatchObject({ 'observatory.attemptOutcome': 'MOLECULAR_RELAPSE', 'observatory.relapsedOn': '2014-08-01' });
    expect(await observatory('cohort(filter: { registry: CML }) { frequencies(of: ATTEMPT_OUTCOME) { rows { value count } } }')).toEqual({
      cohort: { frequencies: { rows: [{ value: 'MOLECULAR_RELAPSE', count: 2 }] } },
    });
  });

  it('records, corrects and voids attempts one by one, by the same rules, and each is in the audit trail', async () => {
    await bring([]);
    const act = (operation: string, args: object, selection: string, caller = coordinator): Promise<unknown> =>
      askOperation(registry, caller, operation, args as Parameters<typeof askOperation>[3], selection);
    const input = { patientCode: 'FR-002-0003', attempt: 1, criteria: 'ELN2020_MINIMAL', stoppedOn: STOPPED_ON };
    const own = callerAs('CENTER', 'FR-002');
    const record = (given: object, caller = own): Promise<unknown> =>
      act('recordObservatoryAttempt', { input: ['ObservatoryAttemptInput!', given] }, '{ attempt criteriaMet outcome }', caller);

    expect(await record({ ...input, stoppedOn: '2005-01-01' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'input.stoppedOn', rule: 'OBSERVATORY_NOTHING_TO_STOP' }],
    });
    expect(await record({ ...input, patientCode: 'FR-002-0009' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await record(input)).toEqual({ attempt: 1, criteriaMet: 'ELN2020_OPTIMAL', outcome: 'IN_REMISSION' });
    expect(await record(input)).toMatchObject({ code: 'CONFLICT' });
    const corrected = {
      input: ['ObservatoryAttemptInput!', { ...input, restartedOn: '2015-01-01' }],
      reason: ['String!', 'Restart was missing'],
    };
    expect(await act('correctObservatoryAttempt', corrected, '{ outcome }')).toEqual({ outcome: 'RESTARTED' });
    const key = { patientCode: ['ID!', 'FR-002-0003'], attempt: ['Int!', 1], reason: ['String!', 'Other patient'] };
    expect(await act('voidObservatoryAttempt', { ...key, expectedVersion: ['Int', 1] }, '{ code }')).toMatchObject({ code: 'CONFLICT' });
    expect(await act('voidObservatoryAttempt', key, '{ code }')).toEqual({ code: 'FR-002-0003' });
    const campaign = { centerCode: 'FR-002', campaign: '2016', startedOn: '2016-01-01', samplesSent: 3 };
    expect(
      await act('recordObservatoryCampaign', { input: ['ObservatoryCampaignInput!', campaign] }, '{ centerCode samplesSent deviations }'),
    ).toEqual({ centerCode: 'FR-002', samplesSent: 3, deviations: null });
    expect(await observatory('campaigns { campaign }')).toEqual({ campaigns: [{ campaign: '2016' }] });

    const history = await new AuditHistory(registry.dataSource.manager).page(undefined, { first: 100 });
    const told = history.items.flatMap(({ action, records }) =>
      records.filter(({ kind }) => kind.startsWith('french-observatory')).map((one) => [action, one.kind, one.key.join()]),
    );
    expect(told.toReversed()).toEqual([
      ['RECORD', 'french-observatory/attempt', 'FR-002-0003,1'],
      ['CORRECT', 'french-observatory/attempt', 'FR-002-0003,1'],
      ['VOID', 'french-observatory/attempt', 'FR-002-0003,1'],
      ['RECORD', 'french-observatory/campaign', 'FR-002,2016'],
    ]);
  });

  it('raises a data query when the records do not show the criteria that are claimed, and closes it when they do', async () => {
    const short = attempts(ATTEMPTS.replace('FR-001-0002,1,STUDY,2014-02-01', 'FR-001-0002,1,ELN2020_OPTIMAL,2010-09-01'));
    const { problems } = await bring([short]);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'SOFT', file: 'observatory_attempts.csv', line: 3, rule: 'OBSERVATORY_CRITERIA_NOT_SUPPORTED' }),
    );
    const state = (): Promise<object[]> =>
      rows("SELECT patient_code, state FROM data_queries WHERE rule = 'OBSERVATORY_CRITERIA_NOT_SUPPORTED'");
    expect(await state()).toEqual([{ patient_code: 'FR-001-0002', state: 'OPEN' }]);
    await bring([attempts(ATTEMPTS)]);
    expect(await state()).toEqual([{ patient_code: 'FR-001-0002', state: 'CLOSED' }]);
  });

  it('refuses to change what belongs to a locked case', async () => {
    await bring([attempts(ATTEMPTS)]);
    await rows("UPDATE patients SET record_status = 'LOCKED' WHERE patient_code = 'FR-001-0001'");
    const { refused, problems } = await bring([attempts(ATTEMPTS.replace('2014-05-20', '2014-05-21'))]);
    expect({ refused, rules: problems.filter(({ severity }) => severity === 'HARD').map(({ rule, line }) => [rule, line]) }).toEqual({
      refused: true,
      rules: [['LOCKED_RECORD', 2]],
    });
    const key = { patientCode: ['ID!', 'FR-001-0001'], attempt: ['Int!', 1], reason: ['String!', 'wrong'] } as const;
    expect(await askOperation(registry, coordinator, 'voidObservatoryAttempt', key, '{ code }')).toMatchObject({ code: 'CONFLICT' });
  });

  it('erases everything of a patient who withdraws consent, and the trail holds', async () => {
    await bring([attempts(ATTEMPTS)]);
    await askOperation(
      registry,
      coordinator,
      'withdrawConsent',
      { patientCode: ['ID!', 'FR-001-0001'], on: ['CalendarDate!', '2026-01-01'] },
      '{ patientCode }',
    );
    expect(await rows('SELECT patient_code FROM observatory_attempts')).toEqual([{ patient_code: 'FR-001-0002' }]);
    expect(await rows("SELECT * FROM extension_cases WHERE patient_code = 'FR-001-0001'")).toEqual([]);
    const { data } = await registry.ask(coordinator, '{ france { registry { auditVerification { valid } } } }');
    expect(data).toMatchObject({ france: { registry: { auditVerification: { valid: true } } } });
    const { problems } = await bring([attempts(ATTEMPTS)]);
    expect(problems.map(({ rule }) => rule)).toContain('WITHDRAWN_PATIENT');
  });

  it('keeps nothing of a patient who goes while the extension is not there', async () => {
    await bring([attempts(ATTEMPTS)]);
    // as the erasure of a service that does not know the extension's tables
    for (const table of ['data_queries', 'derived_cases', 'assessments', 'treatments', 'diagnoses', 'patients']) {
      await rows(`DELETE FROM ${table} WHERE patient_code = 'FR-001-0001'`);
    }
    expect(await rows('SELECT patient_code FROM observatory_attempts')).toEqual([{ patient_code: 'FR-001-0002' }]);
  });

  it('tells of a patient who is voided what went with the case', async () => {
    await bring([attempts(ATTEMPTS)]);
    const version = (await rows<{ version: number }>("SELECT version FROM patients WHERE patient_code = 'FR-001-0002'"))[0]?.version;
    const args = { patientCode: ['ID!', 'FR-001-0002'], reason: ['String!', 'Entered twice'], expectedVersion: ['Int!', version] } as const;
    await askOperation(registry, coordinator, 'voidPatient', args, '{ patientCode }');
    const history = await new AuditHistory(registry.dataSource.manager).page(undefined, { first: 1 });
    expect(history.items[0]?.records.at(-1)).toEqual({
      kind: 'french-observatory/attempt',
      key: ['FR-001-0002', '1'],
      before: { criteria: 'STUDY', stoppedOn: STOPPED_ON },
    });
  });

  it('has tables just as its entities describe them', async () => {
    expect((await registry.dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
  });
});
