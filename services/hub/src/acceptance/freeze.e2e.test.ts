import { dataFolder } from '../data-folder';
import { issueToken, type TokenOptions, tokenRequest } from '../issuer';
import { RunningHub } from '../testing/running-hub';

const HUB_START_MS = 180_000;
const CHANGES_MS = 120_000;
const LABEL = 'published-2006';
const PUBLISHED = 378;
const WITHDRAWN = 6;
const ENTERED = 12;
const countries = {
  AT: 'austria',
  DE: 'germany',
  DK: 'denmark',
  ES: 'spain',
  FI: 'finland',
  FR: 'france',
  IL: 'israel',
  IT: 'italy',
  NL: 'netherlands',
} as const;

const LEFT_OUT = /withdrew their consent .* are left out/;
const FROZEN = `filter: { freeze: "${LABEL}" }`;
const FIGURES = `
  size { value } coverage { complete answered missing { code } } disclosure { threshold note } derivationVersion
  frequencies(of: FAILURE_SUBCATEGORY, by: SEX) { rows { value count percent lower upper cells { value count } } total { value } missing { value } }
  byCountry: frequencies(of: COUNTRY) { rows { value count suppressed } }
  summary(of: AGE_AT_DIAGNOSIS, by: SEX) { group n { value } mean standardDeviation median lowerQuartile upperQuartile }
  survival(by: FAILURE_CATEGORY) { curves { group n { value } events { value } median points { month atRisk survival lower upper } } logRank { statistic pValue } }
  cumulativeIncidence(event: PROGRESSION) { curves { points { month incidence competingIncidence } } }`;
const cox = (reference: string): string => `
  coxRegression(endpoint: PROGRESSION_FREE, covariates: [{ measure: AGE_AT_DIAGNOSIS }, { variable: SEX, reference: "${reference}" }]) {
    n { value } events { value } coefficients { name estimate standardError lower upper pValue } logLikelihood iterations note }`;
const european = (fields: string, filter = FROZEN): string => `{ europe { cohort(${filter}) { ${fields} } } }`;
const french = (fields: string, filter = FROZEN): string => `{ france { registry { cohort(${filter}) { ${fields} } } } }`;

interface Patient {
  readonly code: string;
  readonly sex: string;
  readonly birthMonth: string;
  readonly vitalStatus: string;
  readonly lastContactOn: string | null;
  readonly diedOn: string | null;
  readonly deathCause: string | null;
  readonly center: { readonly code: string };
  readonly consent: { readonly givenOn: string | null };
}

describe('a freeze of the published registry', () => {
  let hub: RunningHub;
  let lead: string;
  let dashboard: string;
  let coordinator: string;
  const patientsOf = new Map<string, readonly Patient[]>();

  const tokenOf = (options: TokenOptions): Promise<string> => issueToken(dataFolder(hub.data).identity, tokenRequest(options));
  const codeOf = async (token: string, source: string): Promise<string | undefined> =>
    (await hub.query(token, source)).errors?.[0]?.extensions.code;

  /** An answer as its bytes come. */
  async function answer(token: string, query: string): Promise<string> {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    expect({ query, errors: (JSON.parse(text) as { errors?: unknown }).errors }).toEqual({ query, errors: undefined });
    return text;
  }

  async function change<T>(code: keyof typeof countries, operation: string, variables: object = {}): Promise<T> {
    const token = await tokenOf({ role: 'coordinator', country: code });
    const declared = Object.keys(variables).length > 0 ? '($files: [BundleFile!]!)' : '';
    const { data, errors } = await hub.query<Record<string, { done: T }>>(
      token,
      `mutation ${declared} { ${countries[code]} { done: ${operation} } }`,
      variables,
    );
    expect({ operation, errors }).toEqual({ operation, errors: undefined });
    return data?.[countries[code]]?.done as T;
  }

  async function load(code: keyof typeof countries): Promise<void> {
    const token = await tokenOf({ role: 'coordinator', country: code });
    const fields = 'code sex birthMonth vitalStatus lastContactOn diedOn deathCause center { code } consent { givenOn }';
    const { data } = await hub.query<Record<string, { registry: { patients: { edges: { node: Patient }[] } } }>>(
      token,
      `{ ${countries[code]} { registry { patients(first: 500) { edges { node { ${fields} } } } } } }`,
    );
    patientsOf.set(code, data?.[countries[code]]?.registry.patients.edges.map(({ node }) => node) ?? []);
  }

  const cells = (...values: readonly (string | null)[]): string => values.map((value) => value ?? '').join(',');
  const patientRow = (one: Patient): string =>
    cells(
      one.code,
      one.center.code,
      one.sex,
      one.birthMonth,
      one.consent.givenOn,
      null,
      one.vitalStatus,
      one.lastContactOn,
      one.diedOn,
      one.deathCause,
    );
  const PATIENT_COLUMNS =
    'patient_code,center_code,sex,birth_month,consented_on,consent_withdrawn_on,vital_status,last_contact_on,died_on,death_cause';
  const fileOf = (name: string, ...lines: readonly string[]): { readonly name: string; readonly content: string } => ({
    name,
    content: `${lines.join('\n')}\n`,
  });

  /** Every second patient of a country is corrected. */
  async function correctHalf(code: keyof typeof countries): Promise<void> {
    const half = (patientsOf.get(code) ?? []).filter((_, index) => index % 2 === 0);
    const corrected = half.map((one) => patientRow({ ...one, sex: one.sex === 'F' ? 'M' : 'F' }));
    const files = [fileOf('patients.csv', PATIENT_COLUMNS, ...corrected)];
    expect(await change(code, 'importBundle(files: $files) { stored }', { files })).toEqual({ stored: true });
  }

  async function enterCases(): Promise<void> {
    const [known] = patientsOf.get('FR') ?? [];
    if (!known) throw new Error('France has no patients');
    const codes = Array.from({ length: ENTERED }, (_, index) => `${known.center.code}-${9001 + index}`);
    const files = [
      fileOf(
        'patients.csv',
        PATIENT_COLUMNS,
        ...codes.map((code, index) =>
          cells(
            code,
            known.center.code,
            'F',
            `1950-${String(index + 1).padStart(2, '0')}`,
            '2003-01-10',
            null,
            'LOST',
            '2004-06-01',
            null,
            null,
          ),
        ),
      ),
      fileOf(
        'diagnoses.csv',
        'patient_code,disease,diagnosed_on,phase,ph_positive',
        ...codes.map((code) => `${code},9875/3,2003-01-10,CHRONIC,true`),
      ),
      fileOf('treatments.csv', 'patient_code,line,drug,started_on', ...codes.map((code) => `${code},1,IMATINIB,2003-01-20`)),
      fileOf(
        'failures.csv',
        'patient_code,notified_on,failed_on,reported_subcategory',
        ...codes.map((code) => `${code},2003-09-15,2003-08-25,TOXICITY`),
      ),
    ];
    expect(await change('FR', 'importBundle(files: $files) { stored }', { files })).toEqual({ stored: true });
  }

  beforeAll(async () => {
    hub = await RunningHub.start();
    lead = await tokenOf({ role: 'lead' });
    dashboard = await tokenOf({ role: 'dashboard' });
    coordinator = await tokenOf({ role: 'coordinator', country: 'FR' });
    for (const code of Object.keys(countries) as (keyof typeof countries)[]) await load(code);
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  it('is not there before it is taken, and its label is said', async () => {
    for (const source of [european('size { value }'), french('size { value }')]) {
      const { errors } = await hub.query(lead, source);
      expect(errors?.[0]).toMatchObject({
        extensions: { code: 'BAD_USER_INPUT', problems: [{ field: 'filter.freeze', message: expect.stringContaining(LABEL) }] },
      });
    }
    const { errors } = await hub.query(lead, european('size { value }', 'filter: { freeze: "Not a label" }'));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'filter.freeze' }] });
  });

  const TAKE = `mutation { freezeRegistry(label: "${LABEL}") { label countries { code takenAt takenBy derivationVersion cases } missing { code } } }`;

  it('is taken by a lead in all countries, once, and by nobody who may not', async () => {
    for (const token of [dashboard, coordinator]) expect(await codeOf(token, TAKE)).toBe('FORBIDDEN');
    const { data } = await hub.query<{ freezeRegistry: { countries: { code: string; cases: number }[]; missing: unknown[] } }>(lead, TAKE);
    const taken = data?.freezeRegistry;
    expect(taken?.countries.map(({ code }) => code)).toEqual(Object.keys(countries));
    expect(taken?.missing).toEqual([]);
    expect(taken?.countries.reduce((sum, { cases }) => sum + cases, 0)).toBe(PUBLISHED);
    expect((await hub.query(lead, TAKE)).data).toEqual(data);
    const own = (label: string): string => `mutation { france { freezeRegistry(label: "${label}") { label } } }`;
    expect(await codeOf(coordinator, own(LABEL))).toBe('CONFLICT');
    expect(await codeOf(coordinator, own('Not a label'))).toBe('BAD_USER_INPUT');
    expect(await codeOf(dashboard, own('other'))).toBe('FORBIDDEN');
    expect(await codeOf(coordinator, 'mutation { austria { freezeRegistry(label: "other") { label } } }')).toBe('FORBIDDEN');
    expect((await hub.query(coordinator, own('france-2006'))).data).toEqual({ france: { freezeRegistry: { label: 'france-2006' } } });
  });

  it('is listed with who, when, by which rules and of which countries', async () => {
    const list = '{ europe { freezes { label countries { code takenAt takenBy derivationVersion cases } missing { code reason } } } }';
    const { data } = await hub.query<{ europe: { freezes: { label: string; countries: object[]; missing: object[] }[] } }>(dashboard, list);
    const [published, ofFrance] = data?.europe.freezes ?? [];
    expect(published).toMatchObject({ label: LABEL, missing: [] });
    expect(published?.countries[0]).toEqual({
      code: 'AT',
      takenAt: expect.stringMatching(/^20\d\d-.*Z$/),
      takenBy: expect.any(String),
      derivationVersion: expect.any(Number),
      cases: 4,
    });
    expect(ofFrance).toMatchObject({ label: 'france-2006', countries: [{ code: 'FR', cases: 236 }] });
    expect(ofFrance?.missing).toHaveLength(8);
    expect(ofFrance?.missing[0]).toEqual({ code: 'AT', reason: 'NOT_FROZEN' });
  });

  describe('once half of the registry has changed', () => {
    const kept = new Map<string, string>();
    let questions: readonly (readonly [who: string, token: string, query: string])[];
    let femaleBefore: number;
    let liveBefore: string;

    beforeAll(async () => {
      questions = [
        ['a lead', lead, european(`${FIGURES} ${cox('F')}`)],
        ['a lead of some countries', lead, european(FIGURES, `filter: { freeze: "${LABEL}", countries: [NL, FR, IT, DE] }`)],
        ['a dashboard', dashboard, european(FIGURES)],
        ['a lead in France', lead, french(`${FIGURES} ${cox('F')}`)],
        ['the coordinator of France', coordinator, french(`${FIGURES} ${cox('F')}`)],
      ];
      for (const [who, token, query] of questions) kept.set(who, await answer(token, query));
      liveBefore = await answer(lead, european('size { value } frequencies(of: SEX) { rows { value count } }', 'filter: {}'));
      const women = (patientsOf.get('FR') ?? []).filter(({ sex }) => sex === 'F');
      femaleBefore = [...patientsOf.values()].flat().filter(({ sex }) => sex === 'F').length;
      for (const code of Object.keys(countries) as (keyof typeof countries)[]) await correctHalf(code);
      await enterCases();
      for (const { code } of women.slice(0, WITHDRAWN)) {
        await change('FR', `withdrawConsent(patientCode: "${code}", on: "2006-08-01") { withdrawnOn }`);
      }
    }, CHANGES_MS);

    it.each(['a lead', 'a lead of some countries', 'a dashboard', 'a lead in France', 'the coordinator of France'])(
      'answers %s to the byte as before',
      async (who) => {
        const [, token = '', query = ''] = questions.find(([name]) => name === who) ?? [];
        expect(await answer(token, query)).toBe(kept.get(who));
      },
    );

    it('is another than the registry now', async () => {
      const live = await answer(lead, european('size { value } frequencies(of: SEX) { rows { value count } }', 'filter: {}'));
      expect(live).not.toBe(liveBefore);
      const { data } = JSON.parse(live) as { data: { europe: { cohort: { size: { value: number } } } } };
      expect(data.europe.cohort.size.value).toBe(PUBLISHED + ENTERED - WITHDRAWN);
    });

    interface Newly {
      readonly size: { readonly value: number };
      readonly disclosure: { readonly note: string };
      readonly coxRegression?: { readonly n: { readonly value: number }; readonly note: string | null };
    }
    const newly = async (fields: string, filter: string): Promise<Newly> => {
      const text = await answer(lead, european(fields, filter));
      expect(await answer(lead, european(fields, filter))).toBe(text);
      return (JSON.parse(text) as { data: { europe: { cohort: Newly } } }).data.europe.cohort;
    };

    it('leaves those who withdrew out of what was not asked before, and says so', async () => {
      const women = await newly('size { value } disclosure { note }', `filter: { freeze: "${LABEL}", sex: [F] }`);
      expect(women).toEqual({ size: { value: femaleBefore - WITHDRAWN }, disclosure: { note: expect.stringMatching(LEFT_OUT) } });
      const men = await newly('size { value } frequencies(of: VITAL_STATUS) { total { value } } disclosure { note }', FROZEN);
      expect(men).toMatchObject({
        size: { value: PUBLISHED - WITHDRAWN },
        frequencies: { total: { value: PUBLISHED - WITHDRAWN } },
        disclosure: { note: expect.stringMatching(LEFT_OUT) },
      });
    });

    it('gives figures that were asked with others by themselves as well', async () => {
      expect(await newly('size { value } disclosure { note }', FROZEN)).toEqual({
        size: { value: PUBLISHED },
        disclosure: { note: expect.not.stringMatching(LEFT_OUT) },
      });
    });

    it('fits a model of which only the patients had been asked for without those who withdrew', async () => {
      const { coxRegression } = await newly(cox('M'), FROZEN);
      expect(coxRegression).toMatchObject({ note: expect.stringMatching(LEFT_OUT) });
      expect(coxRegression?.n.value).toBeLessThan(PUBLISHED);
    });

    it('is in the audit trail', async () => {
      const { data } = await hub.query<{ france: { registry: { auditTrail: { edges: { node: { action: string } }[] } } } }>(
        coordinator,
        '{ france { registry { auditTrail(first: 500) { edges { node { action changes { kind field after } } } } } } }',
      );
      const taken = data?.france.registry.auditTrail.edges.filter(({ node }) => node.action === 'FREEZE') ?? [];
      expect(taken).toHaveLength(2);
      expect(JSON.stringify(taken)).toContain('"kind":"freeze","field":"cases","after":"236"');
    });
  });
});
