import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countryFieldName, type FailureSubcategory, failureSubcategories, foundingCountries } from '@registry-hub/shared/domain';
import { type CaseRecords, type Cohort, inMemoryBundles, publishedCohort } from '../synthesis';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;
const WORK_MS = 60_000;
const RULE = 'REPORTED_DIFFERS_FROM_DERIVED';
const PLANTED = 20;
/** Every so many cases one is planted, so that they lie in several countries. */
const STRIDE = 18;
/** The leaves printed in 2006. */
const leaves = failureSubcategories.slice(0, 8);

interface Disagreement {
  readonly patientCode: string;
  readonly recordKind: string;
  readonly recordKey: readonly string[];
  readonly field: string;
  readonly message: string;
  readonly state: string;
}

/** The published cohort, some cases of which report another failure than they document. */
function disagreeing(cohort: Cohort): { readonly cohort: Cohort; readonly planted: ReadonlyMap<string, FailureSubcategory> } {
  const planted = new Map<string, FailureSubcategory>();
  let seen = 0;
  const plant = (records: CaseRecords): CaseRecords => {
    const { failure, patient } = records;
    seen += 1;
    if (!failure || seen % STRIDE !== 0 || planted.size === PLANTED) return records;
    const other = leaves[(leaves.indexOf(failure.reportedSubcategory) + 1) % leaves.length];
    if (!other) return records;
    planted.set(patient.patientCode, failure.reportedSubcategory);
    return { ...records, failure: { ...failure, reportedSubcategory: other } };
  };
  return { cohort: cohort.map((country) => ({ ...country, cases: [...country.cases].map(plant) })), planted };
}

function writeCohort(cohort: Cohort): string {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-'));
  for (const { country, files } of inMemoryBundles(cohort)) {
    mkdirSync(join(folder, country));
    for (const { name, content } of files) writeFileSync(join(folder, country, name), content);
  }
  return folder;
}

describe('the published cohort with twenty planted disagreements', () => {
  const published = publishedCohort();
  const { cohort, planted } = disagreeing(published);
  let hub: RunningHub;
  let tokens: ReadonlyMap<string, string>;
  let folders: readonly string[] = [];

  beforeAll(async () => {
    folders = [writeCohort(cohort), writeCohort(published)];
    hub = await RunningHub.start({ HUB_SEED: 'none' });
    const issued = foundingCountries.map(async ({ code }) => [code, await hub.token('--role', 'coordinator', '--country', code)] as const);
    tokens = new Map(await Promise.all(issued));
  }, HUB_START_MS);
  afterAll(async () => {
    await hub.discard();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }, HUB_START_MS);

  const ofEveryCountry = async (selection: string): Promise<Record<string, unknown>[]> =>
    Promise.all(
      foundingCountries.map(async ({ code, name }) => {
        const field = countryFieldName(name);
        const query = `{ ${field} { registry { ${selection} } } }`;
        const { data, errors } = await hub.query<Record<string, { registry: Record<string, unknown> }>>(tokens.get(code), query);
        expect(errors).toBeUndefined();
        return data?.[field]?.registry ?? {};
      }),
    );
  const disagreements = async (): Promise<readonly Disagreement[]> => {
    const fields = 'patientCode recordKind recordKey field message state';
    const answers = await ofEveryCountry(`dataQueries(filter: { rule: ["${RULE}"] }, first: 500) { edges { node { ${fields} } } }`);
    return answers.flatMap((answer) =>
      (answer as { dataQueries: { edges: { node: Disagreement }[] } }).dataQueries.edges.map(({ node }) => node),
    );
  };

  it(
    'raises exactly twenty queries, each saying which record speaks against which, and closes them when the reports are put right',
    async () => {
      expect((await hub.command('import', folders[0] ?? '')).exitCode).toBe(0);
      const raised = await disagreements();
      expect(raised.map(({ patientCode }) => patientCode).toSorted()).toEqual([...planted.keys()].toSorted());
      expect(raised).toHaveLength(PLANTED);
      for (const { patientCode, recordKind, recordKey, field, message, state } of raised) {
        expect([recordKind, recordKey, field, state]).toEqual(['failure', [patientCode], 'reportedSubcategory', 'OPEN']);
        expect(message).toContain(`the evidence says ${planted.get(patientCode)}`);
        expect(message).toMatch(/Shown by: (assessment|adverseEvent|mutation|treatment) \S.*\.$/);
      }

      expect((await hub.command('import', folders[1] ?? '')).exitCode).toBe(0);
      expect((await disagreements()).map(({ state }) => state)).toEqual(Array.from({ length: PLANTED }, () => 'CLOSED'));
    },
    WORK_MS,
  );

  it(
    'derives all 378 anew as they were, in batches, and tells how it goes',
    async () => {
      const { exitCode, stdout, stderr } = await hub.command('rederive', '--all', '--batch', '100');
      expect(exitCode).toBe(0);
      expect(stdout.match(/ 0 came out otherwise, 0 data queries raised$/gm)).toHaveLength(foundingCountries.length);
      expect(stderr).toMatch(/^FR France: 100 cases derived, 136 left$/m);
      const states = await ofEveryCountry('casesToRederive derivationVersion');
      expect(states).toEqual(foundingCountries.map(() => ({ casesToRederive: 0, derivationVersion: expect.any(Number) })));
      expect((await hub.command('rederive', '--country', 'fr')).stdout).toMatch(/^FR: 0 cases derived/);
      expect((await hub.command('rederive', '--country', 'XX')).exitCode).toBe(1);
    },
    WORK_MS,
  );
});
