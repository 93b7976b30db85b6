import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;
const CODE = 'FR-900-0001';

/** What each role does to one case, in order. */
describe('the life of one case', () => {
  let hub: RunningHub;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    hub = await RunningHub.start({ HUB_SEED: 'none' });
    tokens.set('coordinator', await hub.token('--role', 'coordinator', '--country', 'FR'));
    tokens.set('validator', await hub.token('--role', 'validator', '--country', 'FR'));
    tokens.set('center', await hub.token('--role', 'center', '--center', 'FR-900'));
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  interface France {
    france: Record<string, unknown>;
  }

  async function change<T>(role: string, operation: string): Promise<T> {
    const { data, errors } = await hub.query<France>(tokens.get(role), `mutation { france { result: ${operation} } }`);
    expect({ operation, errors }).toEqual({ operation, errors: undefined });
    return data?.france['result'] as T;
  }

  async function refusal(role: string, operation: string): Promise<string | undefined> {
    const { errors } = await hub.query(tokens.get(role), `mutation { france { result: ${operation} } }`);
    return errors?.[0]?.extensions.code;
  }

  async function registry<T>(role: string, fields: string): Promise<T> {
    const { data, errors } = await hub.query<{ france: { registry: T } }>(tokens.get(role), `{ france { registry { ${fields} } } }`);
    expect({ fields, errors }).toEqual({ fields, errors: undefined });
    return data?.france.registry as T;
  }

  const version = async (): Promise<number> =>
    (await registry<{ patient: { version: number } }>('center', `patient(code: "${CODE}") { version }`)).patient.version;
  const counted = async (): Promise<unknown> =>
    registry('coordinator', 'patients { totalCount } cohort { size { value } } registeredCases');

  it('is enrolled and notified by its centre', async () => {
    await change('coordinator', 'recordCenter(input: { centerCode: "FR-900", name: "Haematology Centre Reims" }) { code }');
    await change(
      'center',
      `recordPatient(input: { patientCode: "${CODE}", centerCode: "FR-900", sex: F, birthMonth: "1960-05", consentedOn: "2003-01-10", vitalStatus: LOST, lastContactOn: "2004-06-01" }) { code }`,
    );
    await change(
      'center',
      `recordDiagnosis(input: { patientCode: "${CODE}", disease: "9875/3", diagnosedOn: "2003-01-10", phase: CHRONIC, phPositive: true }) { code }`,
    );
    await change(
      'center',
      `recordTreatment(input: { patientCode: "${CODE}", line: 1, drug: "IMATINIB", startedOn: "2003-01-20" }) { code }`,
    );
    await change('center', `recordDose(input: { patientCode: "${CODE}", line: 1, fromOn: "2003-01-20", mgPerDay: 400 }) { code }`);
    await change(
      'center',
      `recordAssessment(input: { patientCode: "${CODE}", assessedOn: "2003-08-25", phase: CHRONIC, completeHematologicResponse: true, metaphasesExamined: 20, metaphasesPhPositive: 20 }) { code }`,
    );
    const notified = await change(
      'center',
      `notifyFailure(input: { patientCode: "${CODE}", notifiedOn: "2003-09-15", failedOn: "2003-08-25", reportedSubcategory: NO_CYTOGENETIC_RESPONSE }) {
        recordStatus derived { eligible failureSubcategory } dataQueries { rule } }`,
    );
    expect(notified).toEqual({
      recordStatus: 'NOTIFIED',
      derived: { eligible: true, failureSubcategory: 'NO_CYTOGENETIC_RESPONSE' },
      dataQueries: [],
    });
    expect(await counted()).toEqual({ patients: { totalCount: 1 }, cohort: { size: { value: 1 } }, registeredCases: 1 });
  });

  it('refuses a value that can not be, naming it by its path', async () => {
    const { errors } = await hub.query(
      tokens.get('center'),
      `mutation { france { recordAssessment(input: { patientCode: "${CODE}", assessedOn: "2003-05-01", wbc: 9999 }) { code } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'input.wbc', rule: 'OUTSIDE_HARD_RANGE' }],
    });
  });

  it('is queried by the validator, answered by the centre, closed, validated and locked', async () => {
    const { id } = await change<{ id: string }>(
      'validator',
      `raiseDataQuery(patientCode: "${CODE}", message: "Is the karyotype at hand?") { id }`,
    );
    await change('center', `answerDataQuery(id: "${id}", text: "It was not kept.") { state }`);
    const closed = await change('validator', `closeDataQuery(id: "${id}", text: "Thank you.") { state thread { text } }`);
    expect(closed).toMatchObject({ state: 'CLOSED' });
    await change('validator', `setRecordStatus(patientCode: "${CODE}", status: IN_REVIEW) { recordStatus }`);
    await change('validator', `setRecordStatus(patientCode: "${CODE}", status: VALIDATED) { recordStatus }`);
    expect(await refusal('validator', `setRecordStatus(patientCode: "${CODE}", status: LOCKED) { recordStatus }`)).toBe('FORBIDDEN');
    await change('coordinator', `setRecordStatus(patientCode: "${CODE}", status: LOCKED) { recordStatus }`);
  });

  it('can not be changed while it is locked, and can once it is unlocked with a reason', async () => {
    const correction = async (): Promise<string> =>
      `correctDose(patientCode: "${CODE}", line: 1, fromOn: "2003-01-20", input: { patientCode: "${CODE}", line: 1, fromOn: "2003-01-20", mgPerDay: 600 }, reason: "Misread", expectedVersion: ${await version()}) { code }`;
    expect(await refusal('center', await correction())).toBe('CONFLICT');
    expect(await refusal('coordinator', `setRecordStatus(patientCode: "${CODE}", status: VALIDATED) { code }`)).toBe('BAD_USER_INPUT');
    await change('coordinator', `setRecordStatus(patientCode: "${CODE}", status: VALIDATED, reason: "Dose misread") { code }`);
    const stale = await correction();
    await change('center', stale);
    const { errors } = await hub.query(tokens.get('center'), `mutation { france { result: ${stale} } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: await version() });
  });

  it('is gone from every list and figure once consent is withdrawn, and can not come back', async () => {
    await change('coordinator', `withdrawConsent(patientCode: "${CODE}", on: "2004-07-01") { withdrawnOn }`);
    expect(await counted()).toEqual({ patients: { totalCount: 0 }, cohort: { size: { value: 0 } }, registeredCases: 0 });
    expect(await registry('coordinator', `patient(code: "${CODE}") { code } dataQueries { totalCount }`)).toEqual({
      patient: null,
      dataQueries: { totalCount: 0 },
    });
    expect(await refusal('coordinator', `withdrawConsent(patientCode: "${CODE}", on: "2004-07-01") { withdrawnOn }`)).toBe('NOT_FOUND');
    const patients = `patient_code,center_code,sex,birth_month,vital_status\\n${CODE},FR-900,F,1960-05,LOST\\n`;
    const report = await change<{ stored: boolean; problems: { rule: string }[] }>(
      'coordinator',
      `importBundle(files: [{ name: "patients.csv", content: "${patients}" }]) { stored problems { rule } }`,
    );
    expect(report).toMatchObject({ stored: false, problems: [{ rule: 'WITHDRAWN_PATIENT' }] });
  });

  it('leaves an audit trail that verifies and holds nothing of it', async () => {
    const { auditTrail } = await registry<{ auditTrail: { edges: { node: { action: string; patientCodes: string[] } }[] } }>(
      'coordinator',
      'auditTrail(first: 100) { edges { node { action patientCodes changes { field before after } } } }',
    );
    const actions = auditTrail.edges.map(({ node }) => node.action);
    expect(actions).toEqual(expect.arrayContaining(['NOTIFY_FAILURE', 'STATUS_CHANGE', 'CORRECT', 'WITHDRAW_CONSENT']));
    expect(JSON.stringify(auditTrail)).not.toContain(CODE);
    expect(JSON.stringify(auditTrail)).not.toContain('1960-05');
    const { exitCode, stdout } = await hub.command('audit', 'verify', '--country', 'FR');
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  });
});
