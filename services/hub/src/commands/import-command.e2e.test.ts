import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hubCommand, RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;
const SIZE_AND_REVISIONS = '{ europe { cohort { size { value } } } countries { registry { revision } } }';

interface SizeAndRevisions {
  europe: { cohort: { size: { value: number } } };
  countries: { registry: { revision: number } }[];
}

interface RemissionFigures {
  size: { value: number };
  frequencies: { rows: { value: string; count: number }[] };
  survival: { curves: { n: { value: number }; events: { value: number } }[]; note: string };
  coxRegression: unknown;
}

interface Observatory {
  registries: { name: string }[];
  europe: { all: { size: { value: number } }; cohort: RemissionFigures };
  france: { registry: { cohort: RemissionFigures } };
}

describe('import into a hub that was started empty', () => {
  let hub: RunningHub;
  let lead: string;
  let bundles: string;

  beforeAll(async () => {
    bundles = mkdtempSync(join(tmpdir(), 'bundles-'));
    await hubCommand(['synthesize', bundles, '--published'], {});
    hub = await RunningHub.start({ HUB_SEED: 'none' });
    lead = await hub.token('--role', 'lead');
  }, HUB_START_MS);
  afterAll(async () => {
    await hub.discard();
    rmSync(bundles, { recursive: true });
  }, HUB_START_MS);

  const ask = () => hub.query<SizeAndRevisions>(lead, SIZE_AND_REVISIONS);

  it('stores nothing in a dry run, all of it in earnest, and nothing more the second time', async () => {
    expect((await ask()).data?.europe.cohort.size.value).toBe(0);
    expect((await hub.command('import', bundles, '--dry-run')).exitCode).toBe(0);
    expect((await ask()).data?.europe.cohort.size.value).toBe(0);

    expect((await hub.command('import', bundles)).exitCode).toBe(0);
    const first = await ask();
    expect(first.data?.europe.cohort.size.value).toBe(378);

    expect((await hub.command('import', bundles)).exitCode).toBe(0);
    expect(await ask()).toEqual(first);
  });

  it('leaves audit trails that are whole, and finds one that was computed anew since it was last verified', async () => {
    const [first, again] = [await hub.command('audit', 'verify'), await hub.command('audit', 'verify')];
    expect(first.stdout).toMatch(/^FR: valid, [1-9]\d* entries/m);
    expect([first.exitCode, again.exitCode]).toEqual([0, 0]);
    const heads = join(hub.data, 'audit-heads.json');
    const told = readFileSync(heads, 'utf8');
    writeFileSync(heads, told.replace(/("FR": \{\s*"sequence": \d+,\s*"hash": )"[^"]*"/, `$1"${'0'.repeat(64)}"`));
    const { exitCode, stdout } = await hub.command('audit', 'verify', '--country', 'FR');
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^FR: NOT VALID\. .*computed anew: entry \d+/),
    });
    writeFileSync(heads, told);
  });

  it('exports what changes nothing when it is imported, here or elsewhere, to the byte', async () => {
    const [once, again] = [join(bundles, 'once'), join(bundles, 'again')];
    const before = await ask();
    expect((await hub.command('export', once)).exitCode).toBe(0);
    const imported = await hub.command('import', once);
    expect(imported.exitCode).toBe(0);
    expect(imported.stderr.match(/accepted, \d+ patients \(0 changed\) in \d+ rows, 0 data queries/g)).toHaveLength(9);
    expect(await ask()).toEqual(before);
    expect((await hub.command('export', again, '--country', 'FR')).exitCode).toBe(0);
    expect(readFileSync(join(again, 'FR.zip')).equals(readFileSync(join(once, 'FR.zip')))).toBe(true);
    rmSync(once, { recursive: true });
    rmSync(again, { recursive: true });
  });

  it('refuses a faulty bundle whole, names every fault, and ends with exit code 1', async () => {
    const faulty = mkdtempSync(join(tmpdir(), 'faulty-'));
    cpSync(join(bundles, 'AT'), join(faulty, 'AT'), { recursive: true });
    const file = join(faulty, 'AT', 'patients.csv');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/,[FM],/, ',X,')
        .replace(/,\d{4}-\d{2},/g, ',1900-13,'),
    );
    const before = await ask();
    const { exitCode, stdout, stderr } = await hub.command('import', faulty);
    rmSync(faulty, { recursive: true });
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toMatch(/AT\/patients\.csv:2:sex UNKNOWN_ENUM_VALUE/);
    expect(stdout + stderr).toMatch(/AT\/patients\.csv:5:birth_month UNPARSABLE_VALUE/);
    expect(await ask()).toEqual(before);
  });

  it('takes patients who stopped inhibitors beside those, and follows them in a sub-registry of their own', async () => {
    const folder = join(bundles, 'observatory');
    await hubCommand(['synthesize', folder, '--observatory', '--patients', '270', '--seed', '5'], {});
    expect((await hub.command('import', folder)).exitCode).toBe(0);
    rmSync(folder, { recursive: true });

    const free = 'endpoint: TREATMENT_FREE_SURVIVAL, from: TREATMENT_FREE_REMISSION_START';
    const figures = `size { value }
      frequencies(of: TREATMENT_FREE_REMISSION_ATTEMPTED) { rows { value count } }
      survival(${free}) { curves { n { value } events { value } } note }
      coxRegression(${free}, covariates: [{ measure: AGE_AT_DIAGNOSIS }]) { n { value } converged }`;
    const source = `{
      registries { name }
      europe { all: cohort { size { value } } cohort(filter: { registry: TKI_OBSERVATORY }) { ${figures} } }
      france { registry { cohort(filter: { registry: TKI_OBSERVATORY }) { ${figures} } } }
    }`;
    const { data, errors } = await hub.query<Observatory>(lead, source);
    expect(errors).toBeUndefined();
    expect(data?.registries).toContainEqual({ name: 'TKI_OBSERVATORY' });
    // the published patients, all of whom took imatinib, are followed here as well, and none of the others has failed it
    expect([data?.europe.all.size.value, data?.europe.cohort.size.value]).toEqual([378, 648]);
    for (const { frequencies, survival, coxRegression } of [data?.europe.cohort, data?.france.registry.cohort].flatMap(
      (one) => one ?? [],
    )) {
      const attempts = frequencies.rows.find(({ value }) => value === 'true')?.count ?? 0;
      const [curve] = survival.curves;
      expect(attempts).toBeGreaterThan(20);
      expect(curve?.n.value).toBeGreaterThan(0.8 * attempts);
      expect(curve?.events.value).toBeGreaterThan(0.3 * attempts);
      expect(survival.note).toMatch(/last BCR::ABL1/);
      expect(coxRegression).toEqual({ n: curve?.n, converged: true });
    }

    const refused = await hub.query(
      lead,
      '{ europe { cohort { survival(endpoint: TREATMENT_FREE_SURVIVAL, from: DIAGNOSIS) { note } } } }',
    );
    expect(refused.errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', 'from: expected TREATMENT_FREE_REMISSION_START with TREATMENT_FREE_SURVIVAL, not DIAGNOSIS.'],
    ]);
  });
});
