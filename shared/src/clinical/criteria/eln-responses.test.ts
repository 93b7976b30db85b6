import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { type ElnEdition, elnResponses, nextLineResponses } from '.';

/** Imatinib from 2002-01-15 on, observed until the last contact in June 2005. */
const onImatinib = (changes: CaseChanges) => caseFacts({ treatments: [{}], mutations: [], failure: undefined, ...changes });
const responsesOf = (changes: CaseChanges, edition: ElnEdition) =>
  elnResponses(onImatinib(changes), edition).map(({ month, response }) => [month, response]);

describe('elnResponses', () => {
  const responder: CaseChanges = {
    assessments: [
      { assessedOn: '2002-04-15', metaphasesPhPositive: 6, bcrAbl1IsPct: 12 },
      { assessedOn: '2002-07-15', metaphasesPhPositive: 4, bcrAbl1IsPct: 4 },
      { assessedOn: '2003-01-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.4 },
      { assessedOn: '2003-07-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.08 },
      { assessedOn: '2004-01-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.02 },
    ],
  };

  it.each([
    ['ELN_2006', ['OPTIMAL', 'OPTIMAL', 'WARNING', 'OPTIMAL', 'OPTIMAL']],
    ['ELN_2009', ['OPTIMAL', 'OPTIMAL', 'WARNING', 'OPTIMAL', 'OPTIMAL']],
    ['ELN_2013', ['WARNING', 'WARNING', 'WARNING', 'OPTIMAL', 'OPTIMAL']],
    ['ELN_2020', ['WARNING', 'WARNING', 'WARNING', 'OPTIMAL', 'OPTIMAL']],
    ['ELN_2025_PROVISIONAL', ['WARNING', 'WARNING', 'WARNING', 'OPTIMAL', 'OPTIMAL']],
  ] as const)('judges one case by %s', (edition, expected) => {
    expect(responsesOf(responder, edition)).toEqual([3, 6, 12, 18, 24].map((month, index) => [month, expected[index]]));
  });

  it('has only the milestones that were reached on imatinib', () => {
    const stopped = { treatments: [{ stoppedOn: '2003-01-14', stopReason: 'RESISTANCE' }] } as const;
    expect(elnResponses(onImatinib({ ...responder, ...stopped }), 'ELN_2006').map(({ month }) => month)).toEqual([3, 6]);
    const died = { patient: { vitalStatus: 'DEAD', diedOn: '2003-01-15', lastContactOn: '2003-01-15' } } as const;
    expect(elnResponses(onImatinib({ ...responder, ...died }), 'ELN_2006').map(({ month }) => month)).toEqual([3, 6, 12]);
  });

  it('says not evaluable at a milestone without assessment in its window', () => {
    const assessments = [{ assessedOn: '2002-04-15' }, { assessedOn: '2003-04-15' }] as const;
    expect(responsesOf({ assessments }, 'ELN_2013').slice(0, 4)).toEqual([
      [3, 'WARNING'],
      [6, 'NOT_EVALUABLE'],
      [12, 'NOT_EVALUABLE'],
      [18, 'FAILURE'],
    ]);
  });

  it('takes of each measurement the one nearest to the milestone', () => {
    const assessments = [
      { assessedOn: '2002-11-15', metaphasesPhPositive: 2, bcrAbl1IsPct: undefined },
      { assessedOn: '2002-12-20', metaphasesPhPositive: 0, bcrAbl1IsPct: undefined },
      { assessedOn: '2003-01-20', metaphasesExamined: undefined, metaphasesPhPositive: undefined, bcrAbl1IsPct: 0.05 },
    ] as const;
    expect(responsesOf({ assessments }, 'ELN_2006')[2]).toEqual([12, 'OPTIMAL']);
  });

  it('confirms more than 10 % at 3 months by a second test 1 to 3 months later', () => {
    const first = { assessedOn: '2002-04-15', bcrAbl1IsPct: 20 } as const;
    const at3 = (second: NonNullable<CaseChanges['assessments']>[number]) =>
      responsesOf({ assessments: [first, second] }, 'ELN_2020')[0]?.[1];
    expect(at3({ assessedOn: '2002-05-15', bcrAbl1IsPct: 15 })).toBe('FAILURE');
    expect(at3({ assessedOn: '2002-07-15', bcrAbl1IsPct: 15 })).toBe('FAILURE');
    expect(at3({ assessedOn: '2002-07-16', bcrAbl1IsPct: 15 })).toBe('WARNING');
    expect(at3({ assessedOn: '2002-05-15', bcrAbl1IsPct: 9 })).toBe('WARNING');
  });

  it('finds a lost response, a mutation and an advanced phase in the window of their date', () => {
    const deep = { metaphasesPhPositive: 0, bcrAbl1IsPct: 0.05 };
    const assessments = [
      { assessedOn: '2003-01-15', ...deep },
      { assessedOn: '2003-07-15', ...deep },
      { assessedOn: '2003-10-30', ...deep, metaphasesPhPositive: 2 },
      { assessedOn: '2004-01-15', ...deep, metaphasesPhPositive: 3 },
    ] as const;
    expect(responsesOf({ assessments }, 'ELN_2009').slice(2)).toEqual([
      [12, 'OPTIMAL'],
      [18, 'OPTIMAL'],
      [24, 'FAILURE'],
    ]);
    const mutations = [{ sampledOn: '2003-08-01', variant: 'T315I' }] as const;
    expect(responsesOf({ assessments, mutations }, 'ELN_2009')[3]).toEqual([18, 'FAILURE']);
    const advanced = [
      { assessedOn: '2003-01-15', ...deep },
      { assessedOn: '2003-03-15', phase: 'BLAST' },
    ] as const;
    expect(responsesOf({ assessments: advanced }, 'ELN_2020')[2]).toEqual([12, 'FAILURE']);
  });

  it('counts an unconfirmed loss only where the failure was notified', () => {
    const assessments = [
      { assessedOn: '2002-07-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.05 },
      { assessedOn: '2003-01-15', metaphasesPhPositive: undefined, bcrAbl1IsPct: 0.05 },
      { assessedOn: '2003-01-20', metaphasesPhPositive: undefined, completeHematologicResponse: false, bcrAbl1IsPct: undefined },
    ] as const;
    const lossAt12 = (failure: CaseChanges['failure']) =>
      elnResponses(onImatinib({ assessments, failure }), 'ELN_2006')[2]?.because.some(({ rule }) => rule === 'ELN_2006_ANY_TIME_FAILURE');
    expect(lossAt12({ failedOn: '2003-01-20' })).toBe(true);
    expect(lossAt12(undefined)).toBe(false);
  });

  it('judges a treatment-free remission by the loss of major molecular response', () => {
    const treatments = [{ stoppedOn: '2003-06-15', stopReason: 'TREATMENT_FREE_REMISSION' }] as const;
    const assessments = [
      { assessedOn: '2003-01-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.005 },
      { assessedOn: '2004-01-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.3 },
    ] as const;
    expect(responsesOf({ treatments, assessments }, 'ELN_2020').at(-1)).toEqual([24, 'FAILURE']);
    expect(responsesOf({ treatments, assessments }, 'ELN_2013').at(-1)).toEqual([24, 'WARNING']);
  });

  it('takes no percentage of an atypical transcript for one of the International Scale', () => {
    const assessments = [{ assessedOn: '2002-04-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 30 }] as const;
    const at3 = (transcript: string) => responsesOf({ assessments, diagnosis: { transcript } }, 'ELN_2013')[0]?.[1];
    expect([at3('e1a2'), at3('e14a2'), at3('e13a2+e1a2')]).toEqual(['OPTIMAL', 'WARNING', 'WARNING']);
  });

  it('is empty without imatinib', () => {
    expect(elnResponses(caseFacts({ treatments: [{ drug: 'DASATINIB' }] }), 'ELN_2013')).toEqual([]);
  });
});

/** Dasatinib after imatinib, from 2003-02-01 on. */
const switched = (changes: CaseChanges = {}) =>
  caseFacts({
    treatments: [
      { stoppedOn: '2003-01-20', stopReason: 'RESISTANCE' },
      { drug: 'DASATINIB', startedOn: '2003-02-01' },
    ],
    assessments: [{ assessedOn: '2003-05-01', metaphasesPhPositive: 10, bcrAbl1IsPct: 10 }],
    mutations: [],
    ...changes,
  });

describe('nextLineResponses', () => {
  it('judges by the second-line table of 2013 after failure, by the first-line table after intolerance', () => {
    const afterFailure = nextLineResponses(switched(), 'ELN_2013');
    expect(afterFailure).toMatchObject({ line: 2, drug: 'DASATINIB', table: { title: 'ELN 2013, second line after failure of imatinib' } });
    expect(afterFailure?.responses[0]).toMatchObject({ month: 3, response: 'OPTIMAL' });

    const afterToxicity = nextLineResponses(switched({ failure: { reportedSubcategory: 'TOXICITY' } }), 'ELN_2013');
    expect(afterToxicity?.table.title).toBe('ELN 2013, first line');
    expect(afterToxicity?.responses[0]).toMatchObject({ month: 3, response: 'WARNING' });
  });

  it.each([
    ['RESISTANCE', 'ELN 2013, second line after failure of imatinib'],
    ['INTOLERANCE', 'ELN 2013, first line'],
  ] as const)('without a notification goes by the stop for %s', (stopReason, title) => {
    const treatments = [
      { stoppedOn: '2003-01-20', stopReason },
      { drug: 'NILOTINIB', startedOn: '2003-02-01' },
    ] as const;
    expect(nextLineResponses(switched({ treatments, failure: undefined }), 'ELN_2013')?.table.title).toBe(title);
  });

  it('counts a mutation as new that was not there before the line', () => {
    const mutations = [
      { sampledOn: '2003-01-20', variant: 'M351T' },
      { sampledOn: '2003-05-01', variant: 'M351T' },
    ] as const;
    const known = nextLineResponses(switched({ mutations }), 'ELN_2013');
    expect(known?.responses[0]?.response).toBe('OPTIMAL');
    const found = nextLineResponses(switched({ mutations: [{ sampledOn: '2003-05-01', variant: 'T315I' }] }), 'ELN_2013');
    expect(found?.responses[0]?.response).toBe('FAILURE');
  });

  it('takes the one table of 2020 for every line', () => {
    expect(nextLineResponses(switched(), 'ELN_2020')?.table.title).toBe('ELN 2020');
  });

  it.each([
    ['by an edition that judges imatinib only', switched(), 'ELN_2006'],
    ['without a next inhibitor', caseFacts(), 'ELN_2013'],
    [
      'when imatinib was not the first inhibitor',
      switched({ treatments: [{ drug: 'DASATINIB', startedOn: '2001-12-20' }, { startedOn: '2002-06-01' }] }),
      'ELN_2013',
    ],
  ] as const)('is undefined %s', (_name, facts, edition) => {
    expect(nextLineResponses(facts, edition)).toBeUndefined();
  });
});
