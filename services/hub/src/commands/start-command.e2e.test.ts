import { RunningHub } from '../testing/running-hub';

interface PublishedFigures {
  europe: {
    cohort: {
      size: { value: number };
      coverage: { complete: boolean; missing: { code: string; reason: string }[] };
      frequencies: { rows: { value: string; count: number | null; percent: number | null }[] };
      summary: { median: number; minimum: number; maximum: number }[];
    };
  };
}

const PUBLISHED_FIGURES = `{ europe { cohort {
  size { value } coverage { complete missing { code reason } }
  frequencies(of: FAILURE_CATEGORY) { rows { value count percent } }
  summary(of: AGE_AT_DIAGNOSIS) { median minimum maximum }
} } }`;

const HUB_START_MS = 90_000;

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Asks again until the answer is as wanted, each time when the last answer is in. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
  }
}

describe('a hub on one machine', () => {
  let hub: RunningHub;
  let lead: string;

  beforeAll(async () => {
    hub = await RunningHub.start();
    lead = await hub.token('--role', 'lead');
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const pid = (part: string): number => hub.state.parts.find(({ name }) => name === part)?.pid ?? 0;
  const figures = () => hub.query<PublishedFigures>(lead, PUBLISHED_FIGURES);

  it('answers with the published cohort', async () => {
    const { data, errors } = await figures();
    expect(errors).toBeUndefined();
    const cohort = data?.europe.cohort;
    expect(cohort?.size).toEqual({ value: 378 });
    expect(cohort?.coverage).toEqual({ complete: true, missing: [] });
    expect(cohort?.frequencies.rows.map(({ value, count, percent }) => [value, count, Math.round(percent ?? 0)])).toEqual([
      ['NO_OR_UNSATISFACTORY_RESPONSE', 113, 30],
      ['LOSS_OF_RESPONSE', 155, 41],
      ['TOXICITY', 49, 13],
      ['TOXICITY_WITH_UNSATISFACTORY_RESPONSE', 61, 16],
    ]);
    expect(cohort?.summary).toEqual([{ median: 51, minimum: 12, maximum: 80 }]);
  });

  it("suppresses Austria's four patients and a second country with them", async () => {
    const { data } = await hub.query<PublishedFigures>(
      lead,
      '{ europe { cohort { frequencies(of: COUNTRY) { rows { value count percent } } } } }',
    );
    const hidden = data?.europe.cohort.frequencies.rows.filter(({ count }) => count === null);
    expect(hidden).toEqual([
      { value: 'AT', count: null, percent: null },
      { value: 'IT', count: null, percent: null },
    ]);
  });

  it('answers through every country at once', async () => {
    const { data } = await hub.query<{ countries: { code: string; registry: { registeredCases: number } }[] }>(
      lead,
      '{ countries { code registry { registeredCases } } }',
    );
    expect(data?.countries.map(({ code, registry }) => [code, registry.registeredCases])).toEqual([
      ['AT', 4],
      ['DE', 39],
      ['DK', 13],
      ['ES', 13],
      ['FI', 18],
      ['FR', 236],
      ['IL', 34],
      ['IT', 10],
      ['NL', 11],
    ]);
  });

  it.each<[string, readonly string[] | undefined, string, string]>([
    ['nobody', undefined, '{ viewer { subject } }', 'UNAUTHENTICATED'],
    ['a lead, of patients', ['--role', 'lead'], '{ france { registry { patients { totalCount } } } }', 'FORBIDDEN'],
    [
      'a coordinator, of another country',
      ['--role', 'coordinator', '--country', 'DE'],
      '{ france { registry { patients { totalCount } } } }',
      'FORBIDDEN',
    ],
    [
      'a centre, of another centre',
      ['--role', 'center', '--center', 'FR-001'],
      '{ france { registry { patient(code: "FR-002-0001") { sex } } } }',
      'FORBIDDEN',
    ],
    ['a centre, of European figures', ['--role', 'center', '--center', 'FR-001'], '{ europe { cohort { size { value } } } }', 'FORBIDDEN'],
    ['an administrator, of European figures', ['--role', 'admin'], '{ europe { cohort { size { value } } } }', 'FORBIDDEN'],
    [
      'a lead, of two countries',
      ['--role', 'lead'],
      '{ europe { cohort(filter: { countries: ["FR", "DE"] }) { size { value } } } }',
      'DISCLOSURE_REFUSED',
    ],
    [
      'a lead, of a country that is none of ours',
      ['--role', 'lead'],
      '{ europe { cohort(filter: { countries: ["XX"] }) { size { value } } } }',
      'BAD_USER_INPUT',
    ],
  ])('refuses %s', async (_who, role, query, code) => {
    const { errors } = await hub.query(role && (await hub.token(...role)), query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it('grants no more to who asks a national service directly', async () => {
    const france = hub.state.parts.find(({ name }) => name === 'france')?.url;
    const german = await hub.token('--role', 'coordinator', '--country', 'DE');
    const asked = await hub.query(german, '{ france { registry { patients { totalCount } } } }', {}, `${france}/graphql`);
    expect(asked.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const question = JSON.stringify({ layoutVersion: 1, filter: { registry: 'ALL' }, countries: ['FR'], figures: [{ kind: 'size' }] });
    const headers = { authorization: `Bearer ${lead}` };
    expect((await fetch(`${france}/partial`, { method: 'POST', headers, body: question })).status).toBe(403);
  });

  it(
    'goes on without a country whose process is killed, says so, and takes it back by itself',
    async () => {
      const before = pid('spain');
      process.kill(before, 'SIGKILL');
      const without = await until(figures, ({ data }) => data?.europe.cohort.coverage.complete === false);
      expect(without.errors).toBeUndefined();
      expect(without.data?.europe.cohort.size.value).toBe(378 - 13);
      expect(without.data?.europe.cohort.coverage.missing.map(({ code }) => code)).toEqual(['ES']);
      const dead = await hub.query<{ spain: null; france: { name: string } }>(lead, '{ spain { name } france { name } }');
      if (dead.errors) {
        expect(dead.data).toEqual({ spain: null, france: { name: 'France' } });
        expect(dead.errors.map(({ extensions, path }) => ({ extensions, path }))).toEqual([
          { extensions: { code: 'COUNTRY_UNAVAILABLE', country: 'ES' }, path: ['spain'] },
        ]);
      }
      const back = await until(figures, ({ data }) => data?.europe.cohort.coverage.complete === true);
      expect(back.data?.europe.cohort.size.value).toBe(378);
      expect(pid('spain')).not.toBe(before);
    },
    HUB_START_MS,
  );

  it(
    'takes a new country in while queries go on, and restarts nothing',
    async () => {
      const processes = hub.state.parts.map(({ pid: id }) => id);
      const added = new AbortController();
      const answers = (async () => {
        const codes: string[] = [];
        while (!added.signal.aborted) codes.push(...((await figures()).errors ?? []).map(({ extensions }) => extensions.code));
        return codes;
      })();
      const outcome = await hub.command('country', 'add', 'PL', '--name', 'Poland');
      added.abort();
      expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await answers).toEqual([]);
      expect(hub.state.parts.map(({ pid: id }) => id)).toEqual(expect.arrayContaining(processes));
      const { data } = await hub.query(lead, '{ poland { code registry { registeredCases } status { state } } }');
      expect(data).toEqual({ poland: { code: 'PL', registry: { registeredCases: 0 }, status: { state: 'UP' } } });
    },
    HUB_START_MS,
  );

  it(
    'ends on Ctrl-C with exit code 0 and no process left, and finds its data at the next start',
    async () => {
      expect((await hub.command('status')).exitCode).toBe(0);
      const processes = hub.state.parts.map(({ pid: id }) => id);
      expect(await hub.stop('SIGINT')).toBe(0);
      expect(processes.filter(isAlive)).toEqual([]);
      expect((await hub.command('status')).exitCode).toBe(1);

      hub = await RunningHub.start({}, hub.data);
      lead = await hub.token('--role', 'lead');
      expect((await figures()).data?.europe.cohort.size.value).toBe(378);
      expect((await hub.query(lead, '{ poland { code } }')).data).toEqual({ poland: { code: 'PL' } });
    },
    2 * HUB_START_MS,
  );
});
