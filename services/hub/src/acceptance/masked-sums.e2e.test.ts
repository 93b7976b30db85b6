import { addMasked, decodeSumVector, encodeSumVector } from '@registry-hub/shared/masking';
import { readRegister, writeRegister } from '@registry-hub/shared/register';
import { type CohortQuestion, type Counts, chiSquareTest, readVector, vectorLayout } from '@registry-hub/shared/statistics';
import { dataFolder } from '../data-folder';
import { ListeningProxy } from '../testing/listening-proxy';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 180_000;
const PATIENTS = 378;
const SPANISH = 13;
/** So seldom is noise further from uniform: some thirty vectors are tested. */
const NOISE_P = 1e-9;

interface Answer {
  europe: {
    cohort: {
      size: { value: number };
      coverage: { answered: readonly string[]; missing: readonly { code: string; reason: string }[] };
    };
  };
}

/** @param notifiedBy a day after all notifications: another day is another question, of which nothing is known yet */
const figures = (notifiedBy: string): string => `{ europe { cohort(filter: { notifiedBy: "${notifiedBy}" }) {
  size { value }
  frequencies(of: FAILURE_SUBCATEGORY, by: SEX) { rows { value count } }
  survival(endpoint: OVERALL, from: IMATINIB_START, by: FAILURE_CATEGORY) { curves { group } }
  coverage { answered missing { code reason } }
} } }`;

/** How well bytes fit the uniform distribution: Pearson's test over their 256 values. */
function uniformity(bytes: Uint8Array): number {
  const seen = new Float64Array(256);
  for (const byte of bytes) seen[byte] = (seen[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  const statistic = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquareTest(statistic, 255).pValue;
}

const total = ({ values }: Counts): number => values.reduce((sum, value) => sum + value, 0);

describe('what is seen between the hub and the countries', () => {
  let hub: RunningHub;
  let lead: string;
  const proxies = new Map<string, ListeningProxy>();

  let asked = 0;
  const ask = async (): Promise<Answer['europe']['cohort']> => {
    asked += 1;
    const notifiedBy = new Date(Date.UTC(2010, 0, asked)).toISOString().slice(0, 10);
    const { data, errors } = await hub.query<Answer>(lead, figures(notifiedBy));
    expect(errors).toBeUndefined();
    if (!data) throw new Error('no answer');
    return data.europe.cohort;
  };
  const listeners = (): readonly ListeningProxy[] => [...proxies.values()];
  const forget = (): void => {
    for (const proxy of listeners()) proxy.partials.length = 0;
  };

  beforeAll(async () => {
    hub = await RunningHub.start();
    lead = await hub.token('--role', 'lead');
    const file = dataFolder(hub.data).countries;
    const { countries } = readRegister(file);
    for (const { code, url } of countries) proxies.set(code, await ListeningProxy.open(url));
    writeRegister(file, { countries: countries.map((country) => ({ ...country, url: proxies.get(country.code)?.url ?? country.url })) });
    // the gateway looks at the register by itself
    while (!listeners().every(({ partials }) => partials.length > 0)) await ask();
  }, HUB_START_MS);
  afterAll(async () => {
    await hub.discard();
    for (const proxy of listeners()) await proxy.close();
  }, HUB_START_MS);

  it('is noise from each country by itself, while the pool is exact', async () => {
    forget();
    expect((await ask()).size.value).toBe(PATIENTS);
    const overheard = listeners().map(({ partials }) => partials);
    for (const { bytes } of overheard.flat()) {
      expect(bytes.length).toBeGreaterThan(10_000);
      expect(uniformity(bytes)).toBeGreaterThan(NOISE_P);
    }
    const last = overheard.flatMap((partials) => partials.at(-1) ?? []);
    expect(new Set(last.map(({ question }) => question)).size).toBe(1);
    const question = JSON.parse(last[0]?.question ?? '') as CohortQuestion;
    const layout = vectorLayout(question, question.round?.plans ?? []);
    const length = { counts: layout.counts, fixed: layout.sums };
    const pooled = addMasked(last.map(({ bytes }) => decodeSumVector(bytes, length)));
    // all nine together are no noise at all
    expect(uniformity(encodeSumVector(pooled))).toBe(0);
    const kinds = question.figures.map(({ kind }) => kind);
    const readings = readVector(layout, pooled);
    expect(readings.flatMap(({ open }) => open)).toEqual([]);
    for (const kind of ['size', 'frequencies', 'survival'] as const) {
      const counts = readings[kinds.indexOf(kind)]?.counts;
      expect([kind, counts && total(counts)]).toEqual([kind, PATIENTS]);
    }
    // one country less, and nothing is to be seen
    const withoutOne = addMasked(last.slice(1).map(({ bytes }) => decodeSumVector(bytes, length)));
    expect(uniformity(encodeSumVector(withoutOne))).toBeGreaterThan(NOISE_P);
  });

  it(
    'is one round more when a country is killed in the middle of a question',
    async () => {
      forget();
      const spain = hub.state.parts.find(({ name }) => name === 'spain')?.pid;
      const proxy = proxies.get('ES');
      if (spain === undefined || !proxy) throw new Error('Spain does not run');
      proxy.beforePartial = () => {
        proxy.beforePartial = () => undefined;
        process.kill(spain, 'SIGKILL');
      };
      const { size, coverage } = await ask();
      expect(size.value).toBe(PATIENTS - SPANISH);
      expect(coverage.missing).toEqual([{ code: 'ES', reason: 'UNREACHABLE' }]);
      const rounds = (proxies.get('FR')?.partials ?? []).map(({ question }) => (JSON.parse(question) as CohortQuestion).round);
      expect(rounds.map((round) => round?.participants.length)).toEqual([9, 8]);
      expect(new Set(rounds.map((round) => round?.questionId)).size).toBe(2);
    },
    HUB_START_MS,
  );
});
