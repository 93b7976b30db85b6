import { caseRules, registryRules } from '@registry-hub/shared/clinical';
import type { CaseFacts, FailureSubcategory } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import { callerAs, openTestRegistry, type TestRegistry } from '../testing';

type Changes = NonNullable<Parameters<typeof caseFacts>[0]>;
type FirstAssessment = NonNullable<Changes['assessments']>[number];

const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];
const imatinib = { stoppedOn: '2003-01-20', stopReason: 'RESISTANCE' } as const;

/** The ordinary assessments, the first of them otherwise. */
const first = (assessment: FirstAssessment): Changes => ({
  assessments: [
    assessment,
    { assessedOn: '2002-07-15', metaphasesPhPositive: 14, bcrAbl1IsPct: 30 },
    { assessedOn: '2003-01-20', metaphasesPhPositive: 12, bcrAbl1IsPct: 25 },
  ],
});
const reported = (reportedSubcategory: FailureSubcategory): Changes => ({ failure: { reportedSubcategory } });
/** A second line, which an import can change and not take away. */
const second = (line: NonNullable<Changes['treatments']>[number]): Changes => ({ treatments: [imatinib, line] });

/** For each rule that asks: a case that it asks about, and that case when the fault is mended. */
const faults: readonly (readonly [rule: string, faulty: Changes, mended?: Changes])[] = [
  ['INELIGIBLE_CASE', { diagnosis: { phase: 'ACCELERATED' } }],
  ['REPORTED_DIFFERS_FROM_DERIVED', reported('NO_CYTOGENETIC_RESPONSE')],
  ['PAEDIATRIC_DIAGNOSIS', { patient: { birthMonth: '1984-06' } }],
  ['DISEASE_NOT_CATALOGUED', { diagnosis: { disease: '8140/3' }, failure: undefined }],
  ['OUTSIDE_SOFT_RANGE', { diagnosis: { wbc: 700 } }],
  ['TOO_FEW_METAPHASES', first({ metaphasesExamined: 12, metaphasesPhPositive: 9 })],
  ['TOO_FEW_ABL1_COPIES', first({ bcrAbl1IsPct: 0.01, abl1Copies: 9999, metaphasesPhPositive: 0 })],
  ['IS_VALUE_OF_ATYPICAL_TRANSCRIPT', { diagnosis: { transcript: 'e1a2' } }],
  ['HEMATOLOGIC_RESPONSE_CONTRADICTED', first({ wbc: 30 })],
  ['DISCORDANT_RESPONSE', first({ metaphasesPhPositive: 0 })],
  ['PHASE_CONTRADICTED_BY_COUNTS', { diagnosis: { blastsPct: 15 } }],
  ['DIFFERENTIAL_EXCEEDS_100', { diagnosis: { blastsPct: 50, basophilsPct: 31, eosinophilsPct: 20.5 } }],
  ['KARYOTYPE_DOES_NOT_FIT', { diagnosis: { karyotype: '46,XX[20]' } }],
  [
    'DRUG_BEFORE_IT_EXISTED',
    second({ drug: 'DASATINIB', startedOn: '2003-10-31' }),
    second({ drug: 'DASATINIB', startedOn: '2004-02-01' }),
  ],
  [
    'DRUG_BEFORE_AUTHORISATION',
    second({ drug: 'DASATINIB', startedOn: '2004-02-01' }),
    second({ drug: 'DASATINIB', startedOn: '2004-02-01', prospectiveStudy: 'START' }),
  ],
  [
    'LINES_OUT_OF_ORDER',
    second({ drug: 'HYDROXYCARBAMIDE', startedOn: '2001-12-10' }),
    second({ drug: 'HYDROXYCARBAMIDE', startedOn: '2003-02-01' }),
  ],
  ['LATE_FIRST_LINE', { diagnosis: { diagnosedOn: '2001-07-14' } }],
  ['UNUSUAL_IMATINIB_DOSE', { doses: [{ mgPerDay: 350 }] }],
  [
    'DOSE_OUTSIDE_TREATMENT',
    { doses: [{}, { fromOn: '2003-06-01' }] },
    { treatments: [{ stoppedOn: '2003-06-30' }], doses: [{}, { fromOn: '2003-06-01' }] },
  ],
  ['LOSS_WITHOUT_EARLIER_RESPONSE', reported('CYTOGENETIC_RELAPSE_OR_PROGRESSION')],
  ['ABSENT_RESPONSE_DOCUMENTED', reported('NO_CYTOGENETIC_RESPONSE')],
  ['PROGRESSION_WITHOUT_EVIDENCE', reported('PROGRESSION_TO_ADVANCED_PHASE')],
  ['TOXICITY_WITHOUT_EVIDENCE', reported('TOXICITY')],
  ['INADEQUATE_EXPOSURE', { failure: { failedOn: '2003-01-14' } }],
  ['EARLY_FAILURE', { failure: { reportedSubcategory: 'HEMATOLOGIC_RELAPSE', failedOn: '2002-02-13' } }],
  ['LOW_DOSE_AT_FAILURE', { doses: [{ mgPerDay: 299 }] }],
  ['IMATINIB_AFTER_FAILURE', second({ startedOn: '2003-02-01' }), second({ drug: 'INTERFERON_ALFA', startedOn: '2003-02-01' })],
  [
    'NEXT_DRUG_WITH_T315I',
    { mutations: [{ variant: 'T315I' }], failure: { decision: 'NILOTINIB' } },
    { mutations: [{ variant: 'T315I' }] },
  ],
  ['NO_FOLLOW_UP', { patient: { lastContactOn: '2003-06-15' } }],
  ['LAST_CONTACT_CONTRADICTED', { patient: { lastContactOn: '2003-01-19' } }],
  [
    'EVENT_BEFORE_DIAGNOSIS',
    { mutations: [{ sampledOn: '2001-12-02' }] },
    { mutations: [{ sampledOn: '2001-12-02' }], diagnosis: { diagnosedOn: '2001-12-01' } },
  ],
  [
    'DEATH_CAUSE_PRESENCE',
    { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-15' } },
    { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-15', deathCause: 'CML' } },
  ],
  // alike with the unremarkable case, which is the first
  ['LIKELY_DUPLICATE', { patient: { birthMonth: '1950-06' } }],
];
const unremarkable = caseFacts();

/** Every one of another birth month, so that none is taken for another. */
function caseOf(index: number, changes: Changes): CaseFacts {
  const birthMonth = `${1951 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as const;
  const patientCode = `FR-001-${String(index + 2).padStart(4, '0')}`;
  return caseFacts({ ...changes, patient: { patientCode, birthMonth: birthMonth as '1951-01', ...changes.patient } });
}

const faultyCases = [unremarkable, ...faults.map(([, faulty], index) => caseOf(index, faulty))];
const mendedCases = [unremarkable, ...faults.map(([, , mended], index) => caseOf(index, mended ?? {}))];

interface StoredQuery {
  readonly rule: string;
  readonly state: string;
  readonly queries: number;
  readonly messages: number;
}

describe('data queries', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry();
  });
  afterEach(() => registry.close());

  /** Of each faulty case, the queries of its own rule. */
  const storedQueries = async (): Promise<readonly (StoredQuery | undefined)[]> => {
    const rows = await registry.dataSource.query<(StoredQuery & { code: string })[]>(
      `SELECT data_queries.patient_code AS code, rule, state, count(DISTINCT data_queries.id)::int AS queries, count(m.id)::int AS messages
         FROM data_queries LEFT JOIN data_query_messages m ON m.query_id = data_queries.id
        GROUP BY 1, 2, 3`,
    );
    return faults.map(([rule], index) => {
      const found = rows.find((row) => row.rule === rule && row.code === faultyCases[index + 1]?.patient.patientCode);
      return found && { rule, state: found.state, queries: found.queries, messages: found.messages };
    });
  };
  const all = (state: string, messages: number): readonly StoredQuery[] => faults.map(([rule]) => ({ rule, state, queries: 1, messages }));

  it('are covered here for every rule that asks', () => {
    const asking = [...caseRules.filter(({ refuses }) => !refuses), ...registryRules].map(({ id }) => id);
    expect(faults.map(([rule]) => rule).toSorted()).toEqual(asking.toSorted());
  });

  it('are raised by every rule, once however often the fault comes, closed by themselves once it is mended, and opened again', async () => {
    const { problems, stored } = await registry.importCases(centers, faultyCases);
    expect([stored, problems.filter(({ severity }) => severity === 'HARD').map(({ rule }) => rule)]).toEqual([
      true,
      expect.arrayContaining(['INELIGIBLE_CASE']),
    ]);
    expect(await storedQueries()).toEqual(all('OPEN', 0));
    expect((await registry.importCases(centers, faultyCases)).dataQueriesRaised).toBe(0);
    expect(await storedQueries()).toEqual(all('OPEN', 0));

    expect((await registry.importCases(centers, mendedCases)).stored).toBe(true);
    expect(await storedQueries()).toEqual(all('CLOSED', 1));
    await registry.importCases(centers, faultyCases);
    expect(await storedQueries()).toEqual(all('OPEN', 2));
  });

  it('that were answered close by themselves too', async () => {
    await registry.importCases(centers, faultyCases);
    await registry.dataSource.query(`UPDATE data_queries SET state = 'ANSWERED'`);
    await registry.importCases(centers, faultyCases);
    expect(await storedQueries()).toEqual(all('ANSWERED', 0));
    await registry.importCases(centers, mendedCases);
    expect(await storedQueries()).toEqual(all('CLOSED', 1));
  });

  describe('about patients whom a change does not touch', () => {
    const silent = caseFacts({ patient: { lastContactOn: '2003-06-15' }, failure: { notifiedOn: '2004-02-10' } });
    const other = (lastContactOn: '2004-03-01' | '2005-06-15'): CaseFacts =>
      caseFacts({
        patient: { patientCode: 'FR-001-0002', birthMonth: '1951-01', lastContactOn },
        failure: { notifiedOn: '2004-02-10' },
      });
    const states = (rule: string): Promise<unknown[]> =>
      registry.dataSource.query(`SELECT patient_code AS code, state FROM data_queries WHERE rule = '${rule}' ORDER BY 1`);

    it('are raised when the news of others make a last contact too long ago, and closed when these go', async () => {
      await registry.importCases(centers, [silent, other('2004-03-01')]);
      expect(await states('NO_FOLLOW_UP')).toEqual([]);
      expect((await registry.importCases(centers, [other('2005-06-15')])).dataQueriesRaised).toBe(1);
      expect(await states('NO_FOLLOW_UP')).toEqual([{ code: 'FR-001-0001', state: 'OPEN' }]);

      const withdrawal = 'withdrawConsent(patientCode: "FR-001-0002", on: "2006-01-10") { withdrawnOn }';
      await registry.ask(callerAs('COORDINATOR'), `mutation { france { ${withdrawal} } }`);
      expect(await states('NO_FOLLOW_UP')).toEqual([{ code: 'FR-001-0001', state: 'CLOSED' }]);
    });

    it('are closed when the one they were taken for is another after all', async () => {
      const later = caseFacts({ patient: { patientCode: 'FR-001-0002' } });
      await registry.importCases(centers, [unremarkable, later]);
      expect(await states('LIKELY_DUPLICATE')).toEqual([{ code: 'FR-001-0002', state: 'OPEN' }]);
      await registry.importCases(centers, [caseFacts({ patient: { birthMonth: '1950-07' } })]);
      expect(await states('LIKELY_DUPLICATE')).toEqual([{ code: 'FR-001-0002', state: 'CLOSED' }]);
    });
  });
});
