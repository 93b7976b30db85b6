import { dataFolder } from '../data-folder';
import { issueToken, type TokenOptions, tokenRequest } from '../issuer';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 90_000;
const EVERYBODY = '{}';
/** Austria has 4 of the 378 published patients. */
const WITHOUT_AUSTRIA = '{ countries: [DE, DK, ES, FI, FR, IL, IT, NL] }';

interface Cohort {
  readonly size: { readonly value: number | null };
  readonly disclosure: { readonly threshold: number; readonly note: string };
}
interface LogEntry {
  readonly subject: string;
  readonly role: string;
  readonly decision: string;
  readonly differingPatients: string;
  readonly asked: { readonly filter: string; readonly countries: readonly string[] };
  readonly earlier: { readonly filter: string; readonly countries: readonly string[] };
}

const DIFFERS = /This cohort differs by 1 to (4|9) patients/;
const LOG =
  'disclosureLog(first: 500) { edges { node { subject role decision differingPatients asked { filter countries } earlier { filter countries } } } totalCount }';

/** One hub with the published cohort; every test is somebody else's memory. */
describe('a cohort that differs by few from one answered before', () => {
  let hub: RunningHub;

  beforeAll(async () => {
    hub = await RunningHub.start();
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const tokenOf = (options: TokenOptions): Promise<string> => issueToken(dataFolder(hub.data).identity, tokenRequest(options));
  const quoted = (filter: string): string => filter.replace(/\b[A-Z]{2}\b/g, '"$&"');

  /** What a person gets for European cohorts, one after the other: the size, or the code of the refusal. */
  async function answersTo(role: string, subject: string, ...filters: readonly string[]): Promise<readonly (number | null | string)[]> {
    const token = await tokenOf({ role, subject, ...(role === 'coordinator' ? { country: 'FR' } : {}) });
    const answers: (number | null | string)[] = [];
    for (const filter of filters) {
      const { data, errors } = await hub.query<{ europe: { cohort: Cohort } }>(
        token,
        `{ europe { cohort(filter: ${quoted(filter)}) { size { value } } } }`,
      );
      answers.push(errors?.[0]?.extensions.code ?? data?.europe.cohort.size.value ?? null);
    }
    return answers;
  }

  async function cohortOf(token: string, filter: string): Promise<Cohort> {
    const source = `{ europe { cohort(filter: ${quoted(filter)}) { size { value } disclosure { threshold note } } } }`;
    const { data, errors } = await hub.query<{ europe: { cohort: Cohort } }>(token, source);
    expect(errors).toBeUndefined();
    if (!data) throw new Error('there is no answer');
    return data.europe.cohort;
  }

  async function logOf(country: string): Promise<readonly LogEntry[]> {
    const token = await tokenOf({ role: 'coordinator', country });
    const { data, errors } = await hub.query<{ europe: { disclosureLog: { edges: { node: LogEntry }[]; totalCount: number } } }>(
      token,
      `{ europe { ${LOG} } }`,
    );
    expect(errors).toBeUndefined();
    const { edges = [], totalCount } = data?.europe.disclosureLog ?? {};
    expect(edges).toHaveLength(totalCount ?? -1);
    return edges.map(({ node }) => node);
  }

  async function setPolicy(country: string, field: string, input: string): Promise<void> {
    const token = await tokenOf({ role: 'coordinator', country });
    const { errors } = await hub.query(token, `mutation { ${field} { setDisclosurePolicy(input: ${input}) { leadThreshold } } }`);
    expect(errors).toBeUndefined();
  }

  const amounting: readonly (readonly [way: string, one: string, other: string])[] = [
    ['by its countries', EVERYBODY, WITHOUT_AUSTRIA],
    ['by its countries, under another filter', '{ sex: [M] }', '{ sex: [M], countries: [NL, IT, IL, FR, FI, ES, DK, DE] }'],
    ['by the oldest', EVERYBODY, '{ ageAtDiagnosis: { max: 79 } }'],
    ['by the youngest', EVERYBODY, '{ ageAtDiagnosis: { min: 13 } }'],
    ['by ages at another time', EVERYBODY, '{ ageAtImatinibStart: { max: 82 } }'],
    ['by the first diagnosed', EVERYBODY, '{ diagnosed: { from: "1995-07-01" } }'],
    ['by the last diagnosed', EVERYBODY, '{ diagnosed: { to: "2005-03-31" } }'],
    ['by the last notified', EVERYBODY, '{ notifiedBy: "2006-07-13" }'],
    ['by two filters that are not alike', '{ ageAtDiagnosis: { max: 79 } }', '{ notifiedBy: "2006-07-13" }'],
    ['by another registry', '{ registry: CML }', '{ registry: ALL, ageAtDiagnosis: { max: 79 } }'],
  ];

  describe.each(amounting)('told apart %s', (way, one, other) => {
    it.each([
      ['the larger first', one, other],
      ['the smaller first', other, one],
    ])('is refused to a DASHBOARD, %s', async (order, first, second) => {
      const [size, refusal] = await answersTo('dashboard', `dashboard ${way} ${order}`, first, second);
      expect([size, refusal]).toEqual([expect.any(Number), 'DISCLOSURE_REFUSED']);
    });

    it.each([
      ['the larger first', one, other],
      ['the smaller first', other, one],
    ])('is answered to a LEAD, who is told and written down, %s', async (order, first, second) => {
      const subject = `lead ${way} ${order}`;
      const token = await tokenOf({ role: 'lead', subject });
      expect((await cohortOf(token, first)).disclosure.note).not.toMatch(DIFFERS);
      const close = await cohortOf(token, second);
      expect(close).toMatchObject({ size: { value: expect.any(Number) }, disclosure: { note: expect.stringMatching(DIFFERS) } });
      const [entry, ...others] = (await logOf('AT')).filter((logged) => logged.subject === subject);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ role: 'LEAD', decision: 'FLAGGED', differingPatients: '1 to 4' });
    });
  });

  it('is the same cohort when nobody differs', async () => {
    const answers = await answersTo('dashboard', 'same', EVERYBODY, '{ registry: CML }', '{ sex: [M, F] }', '{ sex: [F, M] }', EVERYBODY);
    expect(answers).toEqual([378, 378, 378, 378, 378]);
  });

  it('is fine when enough differ, and when nothing but suppressed figures would be told', async () => {
    const answers = await answersTo(
      'dashboard',
      'far',
      EVERYBODY,
      '{ sex: [M] }',
      '{ ageAtDiagnosis: { min: 79 } }',
      '{ ageAtDiagnosis: { min: 80 } }',
    );
    expect(answers).toEqual([378, 212, null, null]);
  });

  it('is somebody else’s when another person asks', async () => {
    expect(await answersTo('dashboard', 'one person', EVERYBODY)).toEqual([378]);
    expect(await answersTo('dashboard', 'another person', WITHOUT_AUSTRIA)).toEqual([374]);
  });

  it('is refused as a whole: no other figure of it gets through', async () => {
    const token = await tokenOf({ role: 'dashboard', subject: 'every figure' });
    expect(await answersTo('dashboard', 'every figure', EVERYBODY)).toEqual([378]);
    const figures = ['frequencies(of: SEX) { total { value } }', 'summary(of: AGE_AT_DIAGNOSIS) { median }', 'survival { note }'];
    for (const figure of figures) {
      const { errors } = await hub.query(token, `{ europe { cohort(filter: ${quoted(WITHOUT_AUSTRIA)}) { ${figure} } } }`);
      expect(errors?.[0]?.extensions.code).toBe('DISCLOSURE_REFUSED');
    }
    const source = `{ europe { cohort(filter: ${quoted(WITHOUT_AUSTRIA)}) { disclosure { note } coverage { complete } } } }`;
    const { data } = await hub.query<{ europe: { cohort: Cohort } }>(token, source);
    expect(data?.europe.cohort.disclosure.note).toMatch(/1 to 9 patients .* Its figures are refused/);
  });

  it('is not let through by asking for both at once, in one operation or in several', async () => {
    const token = await tokenOf({ role: 'dashboard', subject: 'at once' });
    const both = `{ europe { one: cohort { size { value } } other: cohort(filter: ${quoted(WITHOUT_AUSTRIA)}) { size { value } } } }`;
    const { data, errors } = await hub.query(token, both);
    expect({ data, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({ data: null, codes: ['DISCLOSURE_REFUSED'] });
    const refusals = await Promise.all(
      ['first race', 'second race', 'third race'].map(async (subject) => {
        const answers = await Promise.all([EVERYBODY, WITHOUT_AUSTRIA].map((filter) => answersTo('dashboard', subject, filter)));
        return answers.flat().filter((answer) => answer === 'DISCLOSURE_REFUSED').length;
      }),
    );
    expect(refusals).toEqual([1, 1, 1]);
  });

  it('is in the log of the coordinators whose countries are in one of the two, and of nobody else', async () => {
    const few = '{ countries: [DE, FR, IL] }';
    const token = await tokenOf({ role: 'lead', subject: 'three countries' });
    await cohortOf(token, few);
    await cohortOf(token, '{ countries: [DE, FR, IL], ageAtDiagnosis: { max: 79 } }');
    const mentions = async (country: string): Promise<number> =>
      (await logOf(country)).filter(({ subject }) => subject === 'three countries').length;
    expect([await mentions('IL'), await mentions('AT')]).toEqual([1, 0]);
    const [entry] = (await logOf('IL')).filter(({ subject }) => subject === 'three countries');
    expect(entry).toMatchObject({
      asked: { filter: 'IMATINIB_FAILURE; age at diagnosis 79 or less', countries: ['DE', 'FR', 'IL'] },
      earlier: { filter: 'IMATINIB_FAILURE', countries: ['DE', 'FR', 'IL'] },
    });
    for (const options of [{ role: 'lead' }, { role: 'dashboard' }, { role: 'validator', country: 'IL' }, { role: 'admin' }]) {
      const { errors } = await hub.query(await tokenOf(options), `{ europe { ${LOG} } }`);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  describe("of a country's own figures", () => {
    const sizeIn = (filter: string): string =>
      `{ france { registry { cohort(filter: ${filter}) { size { value } disclosure { note } } } } }`;
    const ask = async (options: TokenOptions, filter: string): Promise<Cohort | string | undefined> => {
      const { data, errors } = await hub.query<{ france: { registry: { cohort: Cohort } } }>(await tokenOf(options), sizeIn(filter));
      return errors?.[0]?.extensions.code ?? data?.france.registry.cohort;
    };
    const MOST = '{ diagnosed: { to: "2005-03-31" } }';

    it('is answered to a LEAD, and in the log of that country', async () => {
      const lead = { role: 'lead', subject: 'lead in France' };
      expect(await ask(lead, EVERYBODY)).toMatchObject({ size: { value: 236 }, disclosure: { note: expect.not.stringMatching(DIFFERS) } });
      expect(await ask(lead, MOST)).toMatchObject({ disclosure: { note: expect.stringMatching(DIFFERS) } });
      const { data } = await hub.query<{ france: { registry: { disclosureLog: { edges: { node: LogEntry }[] } } } }>(
        await tokenOf({ role: 'coordinator', country: 'FR' }),
        `{ france { registry { ${LOG} } } }`,
      );
      expect(data?.france.registry.disclosureLog.edges.map(({ node }) => node)).toEqual([
        {
          subject: 'lead in France',
          role: 'LEAD',
          decision: 'FLAGGED',
          differingPatients: '1 to 4',
          asked: { filter: 'IMATINIB_FAILURE; diagnosed until 2005-03-31', countries: ['FR'] },
          earlier: { filter: 'IMATINIB_FAILURE', countries: ['FR'] },
        },
      ]);
    });

    it('does not concern its staff, who see exact figures', async () => {
      const coordinator = { role: 'coordinator', country: 'FR' };
      expect(await ask(coordinator, EVERYBODY)).toMatchObject({ size: { value: 236 } });
      expect(await ask(coordinator, MOST)).toMatchObject({ disclosure: { note: expect.not.stringMatching(DIFFERS) } });
    });
  });

  describe('once Austria is stricter', () => {
    beforeAll(() => setPolicy('AT', 'austria', '{ differencingRefused: true, leadThreshold: 12 }'));
    afterAll(() => setPolicy('AT', 'austria', '{ differencingRefused: false, leadThreshold: 5 }'));

    it.each([
      ['everybody first', EVERYBODY, WITHOUT_AUSTRIA],
      ['Austria left out first', WITHOUT_AUSTRIA, EVERYBODY],
    ])('is refused to a LEAD too, %s', async (order, first, second) => {
      expect((await answersTo('lead', `refused ${order}`, first, second))[1]).toBe('DISCLOSURE_REFUSED');
      expect((await logOf('AT')).find(({ subject }) => subject === `refused ${order}`)?.decision).toBe('REFUSED');
    });

    it('is refused to a coordinator of another country', async () => {
      expect((await answersTo('coordinator', 'coordinator elsewhere', EVERYBODY, WITHOUT_AUSTRIA))[1]).toBe('DISCLOSURE_REFUSED');
    });

    it('is released by the strictest threshold of the countries in it', async () => {
      const token = await tokenOf({ role: 'lead', subject: 'strictest' });
      expect((await cohortOf(token, EVERYBODY)).disclosure.threshold).toBe(12);
      const others = await tokenOf({ role: 'lead', subject: 'not so strict' });
      expect((await cohortOf(others, WITHOUT_AUSTRIA)).disclosure.threshold).toBe(5);
    });

    it('is settled where Austria alone has a say, and its trail says by whom', async () => {
      const coordinator = await tokenOf({ role: 'coordinator', country: 'AT' });
      const german = await tokenOf({ role: 'coordinator', country: 'DE' });
      const change = 'mutation { austria { setDisclosurePolicy(input: { leadThreshold: 4 }) { leadThreshold } } }';
      expect((await hub.query(german, change)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await hub.query(coordinator, change)).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ field: 'input.leadThreshold' }],
      });
      const { data } = await hub.query<{ austria: { registry: { settings: unknown; auditTrail: { edges: unknown[] } } } }>(
        coordinator,
        `{ austria { registry { settings { disclosure { dashboardThreshold leadThreshold coordinatorThreshold extremesReleased differencingRefused } }
             auditTrail(first: 1) { edges { node { action changes { kind field before after } } } } } } }`,
      );
      expect(data?.austria.registry).toEqual({
        settings: {
          disclosure: {
            dashboardThreshold: 10,
            leadThreshold: 12,
            coordinatorThreshold: 5,
            extremesReleased: true,
            differencingRefused: true,
          },
        },
        auditTrail: {
          edges: [
            {
              node: {
                action: 'SETTINGS',
                changes: expect.arrayContaining([
                  { kind: 'setting', field: 'leadThreshold', before: '5', after: '12' },
                  { kind: 'setting', field: 'differencingRefused', before: 'false', after: 'true' },
                ]),
              },
            },
          ],
        },
      });
    });
  });

  it(
    'is remembered through a restart of the gateway',
    async () => {
      expect(await answersTo('dashboard', 'patient', EVERYBODY)).toEqual([378]);
      const gateway = hub.state.parts.find(({ kind }) => kind === 'gateway');
      process.kill(gateway?.pid ?? 0, 'SIGKILL');
      expect(await untilAnswered(() => answersTo('dashboard', 'patient', WITHOUT_AUSTRIA))).toEqual(['DISCLOSURE_REFUSED']);
    },
    HUB_START_MS,
  );
});

/** Asks until the gateway is there again, as any client would. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + HUB_START_MS; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
