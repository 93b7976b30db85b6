import { caseFacts } from '../../testing';
import type { CaseChanges } from '../../testing/case-facts';
import { caseTimeline } from './case-timeline';
import { type TimelineEvent, type TimelineEventKind, timelineEventKinds } from './timeline-event';

const timeline = (changes: CaseChanges): readonly TimelineEvent[] => caseTimeline(caseFacts(changes), 'ELN_2006');
const meaningsOf = (kind: TimelineEventKind, changes: CaseChanges): readonly (readonly [on: string, meaning: string])[] =>
  timeline(changes)
    .filter((event) => event.kind === kind)
    .map(({ on, meaning }) => [on, meaning]);

const at = (assessedOn: `${number}-${number}-${number}`, phPositive: number, bcrAbl1IsPct?: number) => ({
  assessedOn,
  metaphasesPhPositive: phPositive,
  bcrAbl1IsPct,
});

describe('the timeline of a case', () => {
  it('has everything dated in order, with the months of imatinib, the drug and its dose', () => {
    const events = timeline({
      treatments: [
        { stoppedOn: '2003-01-20', stopReason: 'RESISTANCE' },
        { drug: 'DASATINIB', startedOn: '2003-02-01' },
      ],
    });
    expect(events.map(({ on, kind, monthsSinceImatinib, drug, mgPerDay }) => [on, kind, monthsSinceImatinib, drug, mgPerDay])).toEqual([
      ['2001-12-03', 'DIAGNOSIS', undefined, undefined, undefined],
      ['2002-01-15', 'TREATMENT_STARTED', 0, 'IMATINIB', 400],
      ['2002-04-15', 'ASSESSMENT', 3, 'IMATINIB', 400],
      ['2002-04-15', 'RESPONSE_ACHIEVED', 3, 'IMATINIB', 400],
      ['2002-04-15', 'MILESTONE', 3, 'IMATINIB', 400],
      ['2002-07-15', 'ASSESSMENT', 6, 'IMATINIB', 400],
      ['2002-07-15', 'MILESTONE', 6, 'IMATINIB', 400],
      ['2003-01-15', 'MILESTONE', 12, 'IMATINIB', 400],
      ['2003-01-20', 'ASSESSMENT', 12, 'IMATINIB', 400],
      ['2003-01-20', 'FAILURE', 12, 'IMATINIB', 400],
      ['2003-01-20', 'TREATMENT_STOPPED', 12, 'IMATINIB', 400],
      ['2003-02-01', 'TREATMENT_STARTED', 12, 'DASATINIB', undefined],
      ['2005-01-20', 'CONSENT_GIVEN', 36, 'DASATINIB', undefined],
      ['2005-02-10', 'FAILURE_NOTIFIED', 36, 'DASATINIB', undefined],
      ['2005-06-15', 'LAST_CONTACT', 41, 'DASATINIB', undefined],
    ]);
  });

  it('names the record behind each event, milestones aside', () => {
    const events = timeline({ mutations: [{}], adverseEvents: [{ resolvedOn: '2003-03-01' }] });
    for (const { kind, record } of events) expect(record === undefined).toBe(kind === 'MILESTONE');
    expect(events.find(({ kind }) => kind === 'ASSESSMENT')?.record).toEqual({ kind: 'assessment', key: ['FR-001-0001', '2002-04-15'] });
  });

  it('is empty of treatment where none is documented, and of everything else that is not', () => {
    const bare = { treatments: [], doses: [], assessments: [], diagnosis: undefined, failure: undefined };
    expect(timeline({ ...bare, patient: { consentedOn: undefined } })).toEqual([
      expect.objectContaining({ kind: 'LAST_CONTACT', on: '2005-06-15' }),
    ]);
  });

  it.each<[kind: TimelineEventKind, changes: CaseChanges, meanings: readonly (readonly [on: string, meaning: string])[]]>([
    ['DIAGNOSIS', {}, [['2001-12-03', 'Diagnosis of 9875/3, chronic phase, transcript e14a2.']]],
    [
      'TREATMENT_STARTED',
      { treatments: [{ prospectiveStudy: 'IRIS' }] },
      [['2002-01-15', 'Imatinib started as line 1, 400 mg a day, in the study IRIS.']],
    ],
    ['TREATMENT_STOPPED', {}, [['2003-01-20', 'Imatinib stopped, reason: resistance.']]],
    ['TREATMENT_STOPPED', { treatments: [{ stoppedOn: '2003-01-20' }] }, [['2003-01-20', 'Imatinib stopped, reason not documented.']]],
    [
      'DOSE_CHANGED',
      {
        doses: [
          {},
          { fromOn: '2002-05-01', mgPerDay: 600 },
          { fromOn: '2002-06-01', mgPerDay: 600 },
          { fromOn: '2002-08-01', mgPerDay: 300 },
        ],
      },
      [
        ['2002-05-01', 'Imatinib increased from 400 to 600 mg a day.'],
        ['2002-08-01', 'Imatinib reduced from 600 to 300 mg a day.'],
      ],
    ],
    [
      'DOSE_CHANGED',
      { doses: [{ fromOn: '2002-05-01', mgPerDay: 600 }] },
      [['2002-05-01', 'Imatinib 600 mg a day, the dose before is not documented.']],
    ],
    [
      'ASSESSMENT',
      { assessments: [{}] },
      [
        [
          '2002-04-15',
          'Chronic phase; complete haematological response; white blood cells 6 10⁹/L, platelets 240 10⁹/L, blasts 0 %; 16 of 20 metaphases Ph+, minimal cytogenetic response; BCR::ABL1 40 % IS.',
        ],
      ],
    ],
    [
      'ASSESSMENT',
      {
        assessments: [
          {
            phase: undefined,
            completeHematologicResponse: false,
            wbc: undefined,
            platelets: undefined,
            blastsPct: undefined,
            metaphasesExamined: 12,
            metaphasesPhPositive: 0,
            bcrAbl1IsPct: 0.002,
          },
        ],
      },
      [
        [
          '2002-04-15',
          'No complete haematological response; 0 of 12 metaphases Ph+, not evaluable with fewer than 20; BCR::ABL1 0.002 % IS, MR4.5.',
        ],
      ],
    ],
    [
      'MUTATION_FOUND',
      { mutations: [{ variant: 'T315I' }] },
      [['2003-01-20', 'Mutation T315I found, in 60 % of alleles, gatekeeper, of high insensitivity to imatinib.']],
    ],
    [
      'MUTATION_FOUND',
      { mutations: [{ variant: 'K247R', vafPct: undefined }] },
      [['2003-01-20', 'Mutation K247R found, no effect on imatinib is known.']],
    ],
    [
      'MUTATION_FOUND',
      { mutations: [{ variant: 'KIT D816V', vafPct: undefined }] },
      [['2003-01-20', 'Mutation KIT D816V found, activation loop, imatinib: associated with resistance.']],
    ],
    ['NO_MUTATION_FOUND', { mutations: [{ variant: 'KIT NONE' }] }, [['2003-01-20', 'No mutation of KIT found.']]],
    ['ADVERSE_EVENT_ONSET', { adverseEvents: [{}] }, [['2003-01-10', 'Rash, grade 3, attributed to imatinib, treatment stopped for it.']]],
    ['ADVERSE_EVENT_RESOLVED', { adverseEvents: [{ resolvedOn: '2003-02-10' }] }, [['2003-02-10', 'Rash, grade 3, resolved.']]],
    ['FAILURE', {}, [['2003-01-20', 'Imatinib failed, reported as no major cytogenetic response, decision: allogeneic transplant.']]],
    ['FAILURE_NOTIFIED', {}, [['2005-02-10', 'Failure of 2003-01-20 notified to the registry.']]],
    ['LAST_CONTACT', { patient: { vitalStatus: 'LOST' } }, [['2005-06-15', 'Last contact; lost to follow-up since.']]],
    ['DEATH', { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-15', deathCause: 'CML' } }, [['2005-06-15', 'Death, cause: CML.']]],
    [
      'PHASE_CHANGED',
      {
        assessments: [
          { phase: undefined },
          { assessedOn: '2002-07-15', phase: 'ACCELERATED' },
          { assessedOn: '2002-08-15', phase: 'ACCELERATED' },
          { assessedOn: '2002-09-15', phase: undefined, blastsPct: 40 },
        ],
      },
      [
        ['2002-07-15', 'Accelerated phase after chronic phase.'],
        ['2002-09-15', 'Blast phase after accelerated phase.'],
      ],
    ],
    [
      'RESPONSE_ACHIEVED',
      { assessments: [at('2002-04-15', 6), at('2002-07-15', 0, 0.1), { ...at('2003-01-20', 0, 0.009), abl1Copies: 12_000 }] },
      [
        ['2002-04-15', 'First complete haematological response.'],
        ['2002-04-15', 'First major cytogenetic response.'],
        ['2002-07-15', 'First complete cytogenetic response.'],
        ['2002-07-15', 'First major molecular response.'],
        ['2003-01-20', 'First MR4.'],
      ],
    ],
    [
      'RESPONSE_LOST',
      { assessments: [at('2002-04-15', 0), at('2002-07-15', 4), at('2002-10-15', 5), at('2003-01-20', 6)] },
      [['2002-07-15', 'Complete cytogenetic response lost, last shown on 2002-04-15, confirmed on 2002-10-15.']],
    ],
    [
      'RESPONSE_LOST',
      { assessments: [at('2002-04-15', 0), at('2003-01-20', 4)] },
      [['2003-01-20', 'Complete cytogenetic response lost, last shown on 2002-04-15, not measured again.']],
    ],
    ['RESPONSE_LOST', { assessments: [at('2002-04-15', 0), at('2003-01-20', 4)], failure: undefined }, []],
  ])('tells what %s means %#', (kind, changes, meanings) => {
    expect(meaningsOf(kind, changes)).toEqual(meanings);
  });

  it('tells of a response that was regained', () => {
    const assessments = [at('2002-04-15', 0), at('2002-07-15', 4), at('2002-10-15', 5), at('2003-01-20', 0)];
    expect(meaningsOf('RESPONSE_ACHIEVED', { assessments }).filter(([, meaning]) => meaning.includes('omplete cyto'))).toEqual([
      ['2002-04-15', 'First complete cytogenetic response.'],
      ['2003-01-20', 'Complete cytogenetic response again.'],
    ]);
  });

  it('takes BCR::ABL1 of an atypical transcript for not measured', () => {
    const changes: CaseChanges = { diagnosis: { transcript: 'e1a2' }, assessments: [at('2002-04-15', 6, 0.01)] };
    expect(meaningsOf('ASSESSMENT', changes)[0]?.[1]).not.toContain('BCR::ABL1');
    expect(meaningsOf('RESPONSE_ACHIEVED', changes).map(([, meaning]) => meaning)).not.toContain('First major molecular response.');
  });

  it('judges milestones by the edition that is asked for', () => {
    const facts = caseFacts({ assessments: [{}, { assessedOn: '2002-07-15', metaphasesPhPositive: 20, bcrAbl1IsPct: undefined }] });
    const judged = (edition: 'ELN_2006' | 'ELN_2013'): readonly unknown[] =>
      caseTimeline(facts, edition).flatMap(({ kind, on, response }) => (kind === 'MILESTONE' ? [[on, response]] : []));
    expect(judged('ELN_2006')).toEqual([
      ['2002-04-15', 'OPTIMAL'],
      ['2002-07-15', 'FAILURE'],
      ['2003-01-15', 'NOT_EVALUABLE'],
    ]);
    expect(judged('ELN_2013')).toEqual([
      ['2002-04-15', 'WARNING'],
      ['2002-07-15', 'FAILURE'],
      ['2003-01-15', 'NOT_EVALUABLE'],
    ]);
    expect(meaningsOf('MILESTONE', { assessments: [...facts.assessments] })[1]?.[1]).toMatch(
      /^ELN 2006, 6 months: missed, failure\. Ph\+ metaphases > 95 %/,
    );
  });

  it('puts what was found before what was done on the same day', () => {
    const days = timeline({ mutations: [{}], adverseEvents: [{ onsetOn: '2003-01-20' }] }).filter(({ on }) => on === '2003-01-20');
    const ranks = days.map(({ kind }) => timelineEventKinds.indexOf(kind));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  });
});
