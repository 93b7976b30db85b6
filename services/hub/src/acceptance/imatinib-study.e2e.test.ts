import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diseaseEntry } from '@registry-hub/shared/clinical';
import { hubCommand, RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;

interface Count {
  readonly value: number | null;
}
interface Row {
  readonly value: string;
  readonly count: number | null;
  readonly cells: readonly { readonly value: string; readonly count: number | null; readonly suppressed: boolean }[] | null;
}
interface Rate extends Record<'n' | 'complete' | 'partial' | 'responders', Count>, Record<'percent' | 'lower' | 'upper', number | null> {
  readonly group: string;
  readonly suppressed: boolean;
}
interface Figures {
  readonly frequencies: { readonly rows: readonly Row[] };
  readonly responseRates: readonly Rate[];
  readonly mutations: { readonly rows: readonly Row[] };
}

const TABLE = 'frequencies(of: DISEASE, by: BEST_RESPONSE) { rows { value count cells { value count suppressed } } }';
const RATES =
  'responseRates(by: DISEASE_GROUP) { group n { value } complete { value } partial { value } responders { value } percent lower upper suppressed }';
const MUTATIONS = 'mutations: frequencies(of: MUTATION) { rows { value count } }';

describe('the imatinib study of 2008, made up, imported beside the published cohort', () => {
  let hub: RunningHub;
  let bundles: string;

  beforeAll(async () => {
    bundles = mkdtempSync(join(tmpdir(), 'study-'));
    await hubCommand(['synthesize', bundles, '--study', 'imatinib-malignancies'], {});
    hub = await RunningHub.start();
    const { exitCode, stdout, stderr } = await hub.command('import', bundles);
    if (exitCode !== 0) throw new Error(stdout + stderr);
  }, HUB_START_MS);
  afterAll(async () => {
    await hub.discard();
    rmSync(bundles, { recursive: true });
  }, HUB_START_MS);

  async function ofCountry(name: string, code: string): Promise<Figures> {
    const coordinator = await hub.token('--role', 'coordinator', '--country', code);
    const query = `{ ${name} { registry { cohort(filter: { registry: ALL }) { ${TABLE} ${RATES} ${MUTATIONS} } } } }`;
    const { data, errors } = await hub.query<Record<string, { registry: { cohort: Figures } }>>(coordinator, query);
    expect(errors).toBeUndefined();
    return data?.[name]?.registry.cohort as Figures;
  }

  it(
    'has the margins of the study in what the coordinators see of their own countries',
    async () => {
      const names = {
        AT: 'austria',
        DK: 'denmark',
        FI: 'finland',
        FR: 'france',
        DE: 'germany',
        IL: 'israel',
        IT: 'italy',
        NL: 'netherlands',
        ES: 'spain',
      };
      const figures = await Promise.all(Object.entries(names).map(([code, name]) => ofCountry(name, code)));
      const responses: Record<string, Record<string, number>> = { SOLID: {}, HEMATOLOGIC: {} };
      for (const { value, cells } of figures.flatMap(({ frequencies }) => frequencies.rows)) {
        const counts = responses[diseaseEntry(value)?.group ?? ''] ?? {};
        for (const cell of cells ?? []) counts[cell.value] = (counts[cell.value] ?? 0) + (cell.count ?? Number.NaN);
      }
      expect(responses).toEqual({ SOLID: { CR: 4, PR: 9, SD: 46, PD: 73, NE: 14 }, HEMATOLOGIC: { CR: 8, PR: 3, SD: 12, PD: 11, NE: 6 } });

      const groups = figures.flatMap(({ responseRates }) => responseRates);
      const sum = (group: string, of: 'n' | 'responders'): number =>
        groups.filter((rate) => rate.group === group).reduce((total, rate) => total + (rate[of].value ?? Number.NaN), 0);
      expect([sum('SOLID', 'responders'), sum('SOLID', 'n'), sum('HEMATOLOGIC', 'responders'), sum('HEMATOLOGIC', 'n')]).toEqual([
        13, 146, 11, 40,
      ]);

      const kit: Record<string, number> = {};
      for (const { value, count } of figures.flatMap(({ mutations }) => mutations.rows)) {
        if (value.startsWith('KIT')) kit[value] = (kit[value] ?? 0) + (count ?? Number.NaN);
      }
      expect(kit).toEqual({ 'KIT NONE': 101, 'KIT D816T': 1, 'KIT D816V': 2, 'KIT D816H': 1, 'KIT L576P': 1 });
    },
    HUB_START_MS,
  );

  it('tells a lead the printed rates, with the limits of R, and no small count', async () => {
    const lead = await hub.token('--role', 'lead');
    const { data, errors } = await hub.query<{ europe: { cohort: Figures } }>(
      lead,
      `{ europe { cohort(filter: { registry: ALL }) { ${RATES} } } }`,
    );
    expect(errors).toBeUndefined();
    const rates = data?.europe.cohort.responseRates ?? [];
    expect(
      rates.map(({ group, n, responders, complete, partial }) => [group, n.value, responders.value, complete.value, partial.value]),
    ).toEqual([
      ['HEMATOLOGIC', 40, 11, null, null],
      ['SOLID', 146, 13, null, null],
    ]);
    // prop.test(11, 40, correct = FALSE), prop.test(13, 146, correct = FALSE)
    const limits = [
      [27.5, 16.1080162476673, 42.8349558062106],
      [8.9041095890411, 5.27742714906086, 14.63792809077535],
    ];
    for (const [index, { percent, lower, upper }] of rates.entries()) {
      for (const [place, value] of [percent, lower, upper].entries()) expect(value).toBeCloseTo(limits[index]?.[place] ?? Number.NaN, 9);
    }
  });

  it('hides the small cells of diseases by response from a lead', async () => {
    const lead = await hub.token('--role', 'lead');
    const { data } = await hub.query<{ europe: { cohort: Figures } }>(
      lead,
      `{ europe { cohort(filter: { registry: ALL, diseaseGroup: ["SOLID"] }) { ${TABLE} } } }`,
    );
    const rows = data?.europe.cohort.frequencies.rows ?? [];
    const counts = rows.flatMap(({ count, cells }) => [count, ...(cells ?? []).map((cell) => cell.count)]);
    expect(rows).toHaveLength(30);
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    expect(rows.some(({ cells }) => cells?.some(({ suppressed }) => suppressed))).toBe(true);
  });

  it('leaves the failure registry as it is', async () => {
    const lead = await hub.token('--role', 'lead');
    const { data } = await hub.query<{ europe: { cohort: { size: Count } } }>(lead, '{ europe { cohort { size { value } } } }');
    expect(data?.europe.cohort.size.value).toBe(378);
  });

  it('names diseases and their kinases to anybody who is let in', async () => {
    const token = await hub.token('--role', 'dashboard');
    const { data } = await hub.query<{ diseaseCatalogue: readonly { code: string; group: string; kinases: readonly string[] }[] }>(
      token,
      '{ diseaseCatalogue { code name group family kinases mechanism sources { text } } }',
    );
    expect(data?.diseaseCatalogue[0]).toMatchObject({ code: '9875/3', group: 'HEMATOLOGIC', kinases: ['ABL1'] });
    expect(data?.diseaseCatalogue).toContainEqual(expect.objectContaining({ code: '8832/1', group: 'SOLID', kinases: ['PDGFRB'] }));
  });
});
