import { z } from 'zod';
import type { Check } from '../check';
import { expectSame, expectThat, NotTried } from '../deviation';
import { freeCenter, importFiles, type ReportedImport, stateOf } from '../import-asker';
import { bundleText, type MadeUpBundle, madeUpBundle, withCell } from '../made-up-bundle';
import type { RegistryUnderTest } from '../registry-under-test';

const PATIENTS = 3;
const CHANGED = { file: 'patients.csv', line: 2, column: 'last_contact_on' };
const trailForm = z.object({
  auditTrail: z.object({ totalCount: z.int(), edges: z.array(z.object({ node: z.object({ action: z.string(), actor: z.string() }) })) }),
});
const cohortForm = z.object({ cohort: z.object({ size: z.object({ value: z.int() }) }) });

function store(registry: RegistryUnderTest, bundle: MadeUpBundle): Promise<ReportedImport> {
  return importFiles(registry, bundleText(bundle), false);
}

async function isListed(registry: RegistryUnderTest, code: string): Promise<boolean> {
  const form = z.object({ patient: z.object({ code: z.string() }).nullable() });
  return (await registry.read('coordinator', 'patient(code: $code) { code }', form, { code: ['ID!', code] })).patient !== null;
}

async function cohortSize(registry: RegistryUnderTest): Promise<number> {
  return (await registry.read('coordinator', 'cohort(filter: { registry: ALL }) { size { value } }', cohortForm)).cohort.size.value;
}

async function trailOf(registry: RegistryUnderTest, patientCode: string): Promise<z.output<typeof trailForm>['auditTrail']> {
  const selection = 'auditTrail(patientCode: $of, first: 10) { totalCount edges { node { action actor } } }';
  return (await registry.read('coordinator', selection, trailForm, { of: ['ID', patientCode] })).auditTrail;
}

async function exported(registry: RegistryUnderTest): Promise<Uint8Array> {
  const authorization = `Bearer ${await registry.tokenOf('coordinator')}`;
  const { status, bytes } = await registry.door('export', { method: 'GET', headers: { authorization } });
  expectSame(200, status, 'status ');
  return bytes;
}

/** What becomes of data, each check on those of the one before. For a registry that is a sandbox: a centre and its patients stay in it. */
export function writingChecks(): readonly Check[] {
  let bundle: MadeUpBundle | undefined;
  const stored = (): MadeUpBundle => {
    if (bundle === undefined) throw new NotTried('no bundle was stored');
    return bundle;
  };
  const patient = (number: number): string => `${stored()['centers.csv']?.[1]?.[0]}-000${number}`;
  const checks: readonly Omit<Check, 'writes'>[] = [
    {
      id: 'writes.all-or-nothing',
      sentence: 'Of a bundle with one fault nothing is stored.',
      run: async (registry) => {
        const center = await freeCenter(registry);
        const before = await stateOf(registry);
        const report = await store(registry, withCell(madeUpBundle(center), CHANGED, 'soon'));
        expectSame(false, report.stored, 'stored ');
        expectSame(before, await stateOf(registry));
        expectSame(false, await isListed(registry, `${center}-0002`), 'listed ');
      },
    },
    {
      id: 'writes.import',
      sentence: 'A good bundle is stored: its patients are listed and counted, in figures too, and the revision grows.',
      run: async (registry) => {
        const good = madeUpBundle(await freeCenter(registry));
        const [before, size] = [await stateOf(registry), await cohortSize(registry)];
        const report = await store(registry, good);
        expectThat(report.stored, 'stored', report.problems);
        bundle = good;
        const after = await stateOf(registry);
        expectThat(after.revision > before.revision, `a revision above ${before.revision}`, after.revision);
        expectSame(
          { registeredCases: before.registeredCases + PATIENTS, size: size + PATIENTS, listed: true },
          { registeredCases: after.registeredCases, size: await cohortSize(registry), listed: await isListed(registry, patient(1)) },
        );
      },
    },
    {
      id: 'writes.again',
      sentence: 'The same bundle again changes nothing.',
      run: async (registry) => {
        const before = await stateOf(registry);
        const { dataQueriesRaised } = await store(registry, stored());
        expectSame({ dataQueriesRaised: 0, ...before }, { dataQueriesRaised, ...(await stateOf(registry)) });
      },
    },
    {
      id: 'writes.changed-row',
      sentence: 'A changed row updates the record, and is in its audit trail.',
      run: async (registry) => {
        const entries = (await trailOf(registry, patient(1))).totalCount;
        const changed = withCell(stored(), CHANGED, '2006-06-29');
        expectSame(true, (await store(registry, changed)).stored, 'stored ');
        bundle = changed;
        const form = z.object({ patient: z.object({ lastContactOn: z.string() }) });
        const shown = await registry.read('coordinator', 'patient(code: $code) { lastContactOn }', form, { code: ['ID!', patient(1)] });
        expectSame('2006-06-29', shown.patient.lastContactOn);
        const { totalCount, edges } = await trailOf(registry, patient(1));
        expectThat(
          totalCount > entries && edges.some(({ node }) => node.actor !== ''),
          `more than ${entries} entries, with who did it`,
          edges,
        );
      },
    },
    {
      id: 'writes.export',
      sentence: 'What is exported, imported again, changes nothing, and a second export is the same bytes.',
      run: async (registry) => {
        const before = await stateOf(registry);
        const zip = await exported(registry);
        const headers = { authorization: `Bearer ${await registry.tokenOf('coordinator')}`, 'content-type': 'application/zip' };
        const { status, bytes } = await registry.door('import', { headers, body: zip });
        expectThat(status === 200 && Buffer.from(bytes).includes('"stored":true'), 'the export, stored', Buffer.from(bytes).toString());
        expectSame(before, await stateOf(registry));
        expectThat(Buffer.from(zip).equals(await exported(registry)), 'the same bytes', 'others');
      },
    },
    {
      id: 'writes.withdrawal',
      sentence: 'Who withdraws consent is in no list and no figure, and does not come back with a bundle.',
      run: async (registry) => {
        const [before, size, code] = [await stateOf(registry), await cohortSize(registry), patient(3)];
        const receipt = z.object({ patientCode: z.literal(code), withdrawnOn: z.literal('2006-07-01') });
        const variables = { code: ['ID!', code], on: ['CalendarDate!', '2006-07-01'] } as const;
        await registry.change(
          'coordinator',
          'withdrawConsent(patientCode: $code, on: $on) { patientCode withdrawnOn }',
          receipt,
          variables,
        );
        const { registeredCases } = await stateOf(registry);
        expectSame(
          { listed: false, registeredCases: before.registeredCases - 1, size: size - 1 },
          { listed: await isListed(registry, code), registeredCases, size: await cohortSize(registry) },
        );
        await store(registry, stored());
        expectSame(false, await isListed(registry, code), 'after the bundle again, listed ');
      },
    },
    {
      id: 'writes.audit',
      sentence: 'The audit trail has grown, and its hashes hold.',
      run: async (registry) => {
        const form = z.object({ auditVerification: z.object({ valid: z.boolean(), entries: z.int() }) });
        const verify = async (): Promise<z.output<typeof form>['auditVerification']> =>
          (await registry.read('coordinator', 'auditVerification { valid entries }', form)).auditVerification;
        const { entries } = await verify();
        const changed = withCell(stored(), CHANGED, '2006-06-30');
        await store(registry, { 'centers.csv': changed['centers.csv'] ?? [], 'patients.csv': (changed['patients.csv'] ?? []).slice(0, 2) });
        const after = await verify();
        expectThat(after.valid && after.entries > entries, `a valid trail of more than ${entries} entries`, after);
      },
    },
  ];
  return checks.map((check) => ({ ...check, writes: true }));
}
