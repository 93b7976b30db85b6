import type { FailureSubcategory } from '../../domain';
import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { deriveFailureSubcategory } from '.';

const START = '2002-01-15';
const ELN_2009 = { edition: 'ELN_2009', includeSuboptimal: false } as const;
const ELN_2013 = { edition: 'ELN_2013', includeSuboptimal: false } as const;
const WITH_SUBOPTIMAL = { edition: 'ELN_2006', includeSuboptimal: true } as const;

type AssessmentChanges = NonNullable<CaseChanges['assessments']>[number];

const NO_BANDING = { metaphasesExamined: undefined, metaphasesPhPositive: undefined };
const NO_PCR = { bcrAbl1IsPct: undefined, abl1Copies: undefined };
const seen = (assessedOn: NonNullable<AssessmentChanges['assessedOn']>, changes: AssessmentChanges = {}): AssessmentChanges => ({
  assessedOn,
  ...NO_BANDING,
  ...NO_PCR,
  ...changes,
});
/** Ph+ metaphases in %, of 20. */
const ph = (percent: number): AssessmentChanges => ({ metaphasesExamined: 20, metaphasesPhPositive: percent / 5 });
const noChr = { completeHematologicResponse: false, wbc: 40 };
const stopped = (stoppedOn: typeof START | `${number}-${number}-${number}`, stopReason: 'INTOLERANCE' | 'PATIENT_WISH' = 'INTOLERANCE') => [
  { startedOn: START, stoppedOn, stopReason } as const,
];
const discontinuedFor = (term: string, onsetOn: `${number}-${number}-${number}`) => [
  { term, grade: 3, onsetOn, action: 'DISCONTINUED' } as const,
];

/** The case of one failure; its last assessment is of the day of the failure. */
function failed(assessments: readonly AssessmentChanges[], changes: CaseChanges = {}) {
  const failedOn = assessments.at(-1)?.assessedOn ?? '2003-01-20';
  return caseFacts({
    treatments: [{ startedOn: START }],
    assessments,
    mutations: [],
    adverseEvents: [],
    failure: { failedOn },
    ...changes,
  });
}

type Row = readonly [name: string, facts: ReturnType<typeof failed>, in2006: FailureSubcategory | undefined];

const month4 = '2002-05-15';
const month7 = '2002-08-15';
const month9 = '2002-10-15';
const month10 = '2002-11-15';
const month13 = '2003-02-15';
const month19 = '2003-08-15';

describe('the leaves of ELN 2006', () => {
  const rows: readonly Row[] = [
    ['no haematological response at 4 months', failed([seen(month4, { ...noChr, wbc: 150 })]), 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
    ['haematological response, not complete, at 4 months', failed([seen(month4, noChr)]), undefined],
    ['no complete haematological response at 7 months', failed([seen(month7, noChr)]), 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
    ['Ph+ 100 % at 7 months', failed([seen(month7, ph(100))]), 'NO_CYTOGENETIC_RESPONSE'],
    ['Ph+ 60 % at 13 months', failed([seen(month13, ph(60))]), 'NO_MAJOR_CYTOGENETIC_RESPONSE'],
    ['Ph+ 20 % at 19 months', failed([seen(month19, ph(20))]), 'NO_COMPLETE_CYTOGENETIC_RESPONSE'],
    ['loss of complete haematological response', failed([seen(month4), seen(month10, noChr)]), 'HEMATOLOGIC_RELAPSE'],
    [
      'loss of complete cytogenetic response and accelerated phase on one day',
      failed([seen(month10, ph(0)), seen(month13, { ...ph(20), phase: 'ACCELERATED' })]),
      'PROGRESSION_TO_ADVANCED_PHASE',
    ],
    [
      'loss of complete cytogenetic and haematological response',
      failed([seen(month10, ph(0)), seen(month13, { ...ph(20), ...noChr })]),
      'HEMATOLOGIC_RELAPSE',
    ],
    [
      'stop for rash of grade 3 in complete cytogenetic response',
      failed([seen(month13, ph(0))], { treatments: stopped(month13), adverseEvents: discontinuedFor('Rash', '2003-02-01') }),
      'TOXICITY',
    ],
    [
      'stop for rash of grade 3 with Ph+ 60 % at 13 months',
      failed([seen(month13, ph(60))], { treatments: stopped(month13), adverseEvents: discontinuedFor('Rash', '2003-02-01') }),
      'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
    ],
    [
      'stop for oedema and loss of complete cytogenetic response',
      failed([seen(month10, ph(0)), seen(month13, ph(20))], {
        treatments: stopped(month13),
        adverseEvents: discontinuedFor('Oedema', '2003-02-01'),
      }),
      'CYTOGENETIC_RELAPSE_OR_PROGRESSION',
    ],
    [
      'stop on the patient’s wish without adverse event',
      failed([seen(month13, ph(0))], { treatments: stopped(month13, 'PATIENT_WISH') }),
      undefined,
    ],
    [
      'dose reduced, still on imatinib, complete cytogenetic response',
      failed([seen(month13, ph(0))], { adverseEvents: [{ onsetOn: '2003-02-01', action: 'REDUCED' }] }),
      undefined,
    ],
    ['Ph+ 20 % at 10 months', failed([seen(month10, ph(20))]), undefined],
  ];

  it.each(rows)('%s', (_name, facts, in2006) => {
    expect(deriveFailureSubcategory(facts)?.subcategory).toBe(in2006);
  });

  it('count months by the calendar', () => {
    expect(deriveFailureSubcategory(failed([seen('2003-01-14', ph(60))]))).toBeUndefined();
    expect(deriveFailureSubcategory(failed([seen('2003-01-15', ph(60))]))?.subcategory).toBe('NO_MAJOR_CYTOGENETIC_RESPONSE');
  });
});

describe('other yard-sticks', () => {
  const onlyMolecular = (isPct: number) => seen(month13, { bcrAbl1IsPct: isPct });

  it.each([
    ['not complete at 4 months, by 2009', failed([seen(month4, noChr)]), ELN_2009, 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
    ['not complete at 4 months, by 2013', failed([seen(month4, noChr)]), ELN_2013, 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
    ['not complete at 4 months, suboptimal counted', failed([seen(month4, noChr)]), WITH_SUBOPTIMAL, 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
    ['Ph+ 20 % at 13 months, by 2009', failed([seen(month13, ph(20))]), ELN_2009, undefined],
    ['Ph+ 20 % at 13 months, by 2013', failed([seen(month13, ph(20))]), ELN_2013, 'NO_COMPLETE_CYTOGENETIC_RESPONSE'],
    ['Ph+ 20 % at 13 months, suboptimal counted', failed([seen(month13, ph(20))]), WITH_SUBOPTIMAL, 'NO_COMPLETE_CYTOGENETIC_RESPONSE'],
    ['IS 2 % at 13 months without banding, by 2013', failed([onlyMolecular(2)]), ELN_2013, 'NO_MOLECULAR_RESPONSE'],
    ['IS 0.8 % at 13 months without banding, by 2013', failed([onlyMolecular(0.8)]), ELN_2013, undefined],
    ['IS 2 % at 13 months without banding, by 2006', failed([onlyMolecular(2)]), undefined, undefined],
    [
      'loss of major molecular response, by 2013',
      failed([seen(month10, { bcrAbl1IsPct: 0.05 }), seen(month13, { bcrAbl1IsPct: 1.5 })]),
      ELN_2013,
      'LOSS_OF_MAJOR_MOLECULAR_RESPONSE',
    ],
    [
      'the same below 1 %, by 2013',
      failed([seen(month10, { bcrAbl1IsPct: 0.05 }), seen(month13, { bcrAbl1IsPct: 0.5 })]),
      ELN_2013,
      undefined,
    ],
    [
      'loss of major molecular response, by 2006',
      failed([seen(month10, { bcrAbl1IsPct: 0.05 }), seen(month13, { bcrAbl1IsPct: 1.5 })]),
      undefined,
      undefined,
    ],
  ] as const)('%s', (_name, facts, protocol, expected) => {
    expect(deriveFailureSubcategory(facts, protocol)?.subcategory).toBe(expected);
  });

  it.each([
    ['T315I', undefined, 'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION'],
    ['M351T', undefined, undefined],
    ['M351T', WITH_SUBOPTIMAL, 'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION'],
    ['M351T', ELN_2013, 'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION'],
  ] as const)('mutation %s alone', (variant, protocol, expected) => {
    const facts = failed([seen(month13, ph(0))], { mutations: [{ sampledOn: month13, variant }] });
    expect(deriveFailureSubcategory(facts, protocol)?.subcategory).toBe(expected);
  });
});

describe('loss of response', () => {
  it('needs a second assessment unless seen at the last', () => {
    const regained = failed([seen(month4, ph(0)), seen(month7, ph(20)), seen(month10, ph(0))]);
    const confirmed = failed([seen(month4, ph(0)), seen(month7, ph(20)), seen(month10, ph(20)), seen(month13, ph(0))]);
    const last = failed([seen(month4, ph(0)), seen(month7, ph(20)), seen(month10, { bcrAbl1IsPct: 3 })]);
    expect(deriveFailureSubcategory(regained)).toBeUndefined();
    expect(deriveFailureSubcategory(confirmed)?.subcategory).toBe('CYTOGENETIC_RELAPSE_OR_PROGRESSION');
    expect(deriveFailureSubcategory(last)?.subcategory).toBe('CYTOGENETIC_RELAPSE_OR_PROGRESSION');
  });

  it('counts a rise of Ph+ by 30 points only after a major cytogenetic response', () => {
    const neverMajor = failed([seen(month4, ph(90)), seen(month7, ph(40)), seen(month13, ph(80))]);
    const onceMajor = failed([seen(month4, ph(5)), seen(month13, ph(35))]);
    expect(deriveFailureSubcategory(neverMajor)?.subcategory).toBe('NO_MAJOR_CYTOGENETIC_RESPONSE');
    expect(deriveFailureSubcategory(onceMajor)?.subcategory).toBe('CYTOGENETIC_RELAPSE_OR_PROGRESSION');
  });

  it('takes blasts of 15 % for an advanced phase where none is named', () => {
    const facts = failed([seen(month4), seen(month10, { phase: undefined, blastsPct: 15 })]);
    expect(deriveFailureSubcategory(facts)).toMatchObject({
      subcategory: 'PROGRESSION_TO_ADVANCED_PHASE',
      evidence: [{ kind: 'assessment', key: ['FR-001-0001', month10], field: 'blastsPct' }],
    });
  });

  it('notes that toxicity contributed', () => {
    const changes = { treatments: stopped(month13), adverseEvents: discontinuedFor('Oedema', '2003-02-01') };
    const derived = deriveFailureSubcategory(failed([seen(month10, ph(0)), seen(month13, ph(60))], changes));
    expect(derived?.toxicityContributory).toBe(true);
    expect(derived?.contributing.map(({ code }) => code)).toEqual(['B2', 'B2', 'B2', 'C']);
    expect(deriveFailureSubcategory(failed([seen(month10, ph(0)), seen(month13, ph(60))]))?.toxicityContributory).toBe(false);
  });
});

describe('unsatisfactory response', () => {
  it('is none when the response came late', () => {
    expect(deriveFailureSubcategory(failed([seen(month7, ph(100)), seen(month10, ph(20))]))).toBeUndefined();
    expect(deriveFailureSubcategory(failed([seen(month7, noChr), seen(month9)]))).toBeUndefined();
  });

  it('is not read from fewer than 20 metaphases', () => {
    expect(deriveFailureSubcategory(failed([seen(month7, { metaphasesExamined: 15, metaphasesPhPositive: 15 })]))).toBeUndefined();
  });

  it('has the assessment that shows it as evidence', () => {
    expect(deriveFailureSubcategory(failed([seen(month7, { ...ph(100), ...noChr })]))).toEqual({
      subcategory: 'NO_COMPLETE_HEMATOLOGIC_RESPONSE',
      evidence: [{ kind: 'assessment', key: ['FR-001-0001', month7], field: 'completeHematologicResponse' }],
      contributing: [
        {
          code: 'A1',
          message: `Documented: less than complete haematological response on ${month7}, 6 months or more after the start of imatinib.`,
          evidence: [{ kind: 'assessment', key: ['FR-001-0001', month7], field: 'completeHematologicResponse' }],
        },
        {
          code: 'A2',
          message: `Documented: Ph+ metaphases > 95 % on ${month7}, 6 months or more after the start of imatinib.`,
          evidence: [{ kind: 'assessment', key: ['FR-001-0001', month7], field: 'metaphasesPhPositive' }],
        },
      ],
      toxicityContributory: false,
    });
  });
});

describe('toxicity', () => {
  const inResponse = [seen(month13, ph(0))];
  const rash = discontinuedFor('Rash', '2003-02-01');
  const subcategoryWith = (changes: CaseChanges) => deriveFailureSubcategory(failed(inResponse, changes))?.subcategory;

  it.each<readonly [string, CaseChanges]>([
    ['imatinib was not stopped', { adverseEvents: rash }],
    ['the event did not end it', { treatments: stopped(month13), adverseEvents: [{ onsetOn: '2003-02-01', action: 'INTERRUPTED' }] }],
    ['the event was of another drug', { treatments: stopped(month13), adverseEvents: [{ onsetOn: '2003-02-01', drug: 'DASATINIB' }] }],
    ['the event came after the failure', { treatments: stopped('2003-04-01'), adverseEvents: discontinuedFor('Rash', '2003-03-01') }],
    ['the event was before imatinib', { treatments: stopped(month13), adverseEvents: discontinuedFor('Rash', '2002-01-01') }],
    [
      'the event was over long before the stop',
      { treatments: stopped(month13), adverseEvents: [{ onsetOn: '2002-03-01', resolvedOn: '2002-04-01' }] },
    ],
    [
      'imatinib was started again',
      { treatments: [...stopped(month13), { startedOn: '2003-06-01', stoppedOn: '2004-01-01' }], adverseEvents: rash },
    ],
  ])('is not the failure when %s', (_name, changes) => {
    expect(subcategoryWith(changes)).toBeUndefined();
  });

  it('is an event of a drug not named, or one that lasted until the stop', () => {
    expect(subcategoryWith({ treatments: stopped(month13), adverseEvents: [{ onsetOn: '2002-03-01', drug: undefined }] })).toBe('TOXICITY');
  });

  it('has the event and the stop as evidence', () => {
    const derived = deriveFailureSubcategory(failed(inResponse, { treatments: stopped(month13), adverseEvents: rash }));
    expect(derived?.evidence).toEqual([
      { kind: 'adverseEvent', key: ['FR-001-0001', 'Rash', '2003-02-01'], field: 'action' },
      { kind: 'treatment', key: ['FR-001-0001', '1'], field: 'stoppedOn' },
    ]);
  });
});

describe('nothing is derived', () => {
  it.each<readonly [string, CaseChanges]>([
    ['without a notified failure', { failure: undefined }],
    ['without imatinib', { treatments: [{ drug: 'DASATINIB' }] }],
    ['without assessments', { assessments: [] }],
    ['from what came before imatinib', { assessments: [seen('2002-01-14', { ...noChr, ...ph(100), phase: 'BLAST' })] }],
    ['from what came after the failure', { assessments: [seen('2003-01-21', ph(100))] }],
  ])('%s', (_name, changes) => {
    expect(deriveFailureSubcategory(caseFacts({ treatments: [{}], ...changes }))).toBeUndefined();
  });
});
