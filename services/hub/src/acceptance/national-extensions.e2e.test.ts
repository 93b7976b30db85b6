import { setTimeout as delay } from 'node:timers/promises';
import { type GraphqlOutcome, RunningHub } from '../testing/running-hub';

const HUB_START_MS = 120_000;
const STOPPED_ON = '2014-02-01';
const attempts = `patient_code,attempt,criteria,stopped_on,restarted_on,restart_reason,restart_drug
FR-001-0001,1,ELN2020_MINIMAL,${STOPPED_ON},,,
`;
const files = [
  { name: 'centers.csv', content: 'center_code,name\nFR-001,Poitiers\n' },
  {
    name: 'patients.csv',
    content: 'patient_code,center_code,sex,birth_month,vital_status,last_contact_on\nFR-001-0001,FR-001,F,1950-06,ALIVE,2026-06-15\n',
  },
  { name: 'diagnoses.csv', content: 'patient_code,disease,diagnosed_on,phase\nFR-001-0001,9875/3,2005-12-10,CHRONIC\n' },
  {
    name: 'treatments.csv',
    content: `patient_code,line,drug,started_on,stopped_on,stop_reason\nFR-001-0001,1,IMATINIB,2006-01-10,${STOPPED_ON},TREATMENT_FREE_REMISSION\n`,
  },
  {
    name: 'assessments.csv',
    content: 'patient_code,assessed_on,bcr_abl1_is_pct,abl1_copies\nFR-001-0001,2011-08-01,0.005,50000\nFR-001-0001,2014-03-01,0.2,50000\n',
  },
  { name: 'observatory_attempts.csv', content: attempts },
];
const OBSERVATORY = `{ france { observatory { attempts(patientCode: "FR-001-0001") { criteria relapsedOn outcome } } } }`;
const TOLD = {
  france: { observatory: { attempts: [{ criteria: 'ELN2020_MINIMAL', relapsedOn: '2014-03-01', outcome: 'MOLECULAR_RELAPSE' }] } },
};
const IMPORT = 'mutation ($files: [BundleFile!]!) { france { importBundle(files: $files) { stored refused problems { rule file } } } }';

/** A hub in which Germany names an extension that there is not, and France has its observatory. */
describe('national extensions', () => {
  let hub: RunningHub;
  let coordinator: string;

  beforeAll(async () => {
    hub = await RunningHub.start({ HUB_SEED: 'none', EXTENSIONS_DE: 'none-such' });
    coordinator = await hub.token('--role', 'coordinator', '--country', 'FR');
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const ask = (query: string, variables: object = {}, token = coordinator): Promise<GraphqlOutcome<object>> =>
    hub.query<object>(token, query, variables);
  const turn = (on: boolean): Promise<GraphqlOutcome<object>> =>
    ask(`mutation { france { setExtension(name: "french-observatory", on: ${on}) { on } } }`);
  /** Asks until the gateway has taken the country's schema over. */
  const until = async (isSo: (outcome: GraphqlOutcome<object>) => boolean): Promise<GraphqlOutcome<object>> => {
    for (;;) {
      const outcome = await ask(OBSERVATORY);
      if (isSo(outcome)) return outcome;
      // to ask without a pause would take from the gateway the time in which it composes
      await delay(200);
    }
  };

  it('leaves a country down that names one there is not, and says why; all others are up', async () => {
    const { exitCode, stdout } = await hub.command('status', '--json');
    expect(exitCode).toBe(1);
    const { parts } = JSON.parse(stdout) as { parts: readonly { name: string; state: string; note?: string }[] };
    expect(parts.filter(({ state }) => state !== 'UP')).toEqual([
      expect.objectContaining({
        name: 'germany',
        note: 'EXTENSIONS names none-such, which is no extension for DE; there is none.',
      }),
    ]);
    expect(parts).toHaveLength(12);
  });

  it('gives the observatory through the gateway, takes it away and gives it back while all runs', async () => {
    expect((await ask(IMPORT, { files })).data).toEqual({
      france: { importBundle: { stored: true, refused: false, problems: expect.any(Array) } },
    });
    // a country that started after the gateway joins with the standard schema until it has shown its own
    expect((await until(({ data }) => data !== undefined)).data).toEqual(TOLD);
    const lead = await hub.token('--role', 'lead');
    expect((await ask(OBSERVATORY, {}, lead)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      (
        await ask(
          '{ france { observatory { cohort(filter: { registry: CML }) { summary(of: HALVING_TIME) { n { suppressed } } } } } }',
          {},
          lead,
        )
      ).data,
    ).toEqual({
      france: { observatory: { cohort: { summary: [{ n: { suppressed: false } }] } } },
    });

    expect((await turn(false)).data).toEqual({ france: { setExtension: { on: false } } });
    // at first the country refuses what the gateway still plans; then the gateway does not know the field any more
    const off = await until(({ data }) => data === undefined);
    expect(off.errors?.[0]?.message).toMatch(/^Cannot query field "observatory" on type "France"/);
    expect((await ask(IMPORT, { files })).data).toEqual({
      france: {
        importBundle: {
          stored: false,
          refused: true,
          problems: expect.arrayContaining([{ rule: 'UNKNOWN_FILE', file: 'observatory_attempts.csv' }]),
        },
      },
    });

    expect((await turn(true)).data).toEqual({ france: { setExtension: { on: true } } });
    const on = await until(({ errors }) => errors === undefined);
    expect(on.data).toEqual(TOLD);
  }, 120_000);
});
