import type { DerivedCase } from '../../domain';
import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { inhibitorFields } from './inhibitor-fields';

type Expected = { readonly [F in keyof DerivedCase]?: DerivedCase[F] | undefined };

const remission = 'TREATMENT_FREE_REMISSION';
const stopped = { stoppedOn: '2010-03-01', stopReason: remission } as const;
const pcr = (assessedOn: `${number}-${number}-${number}`, bcrAbl1IsPct: number, abl1Copies: number | undefined = 50_000) => ({
  assessedOn,
  bcrAbl1IsPct,
  abl1Copies,
});
const fieldsOf = (changes: CaseChanges): Partial<DerivedCase> =>
  inhibitorFields(caseFacts({ failure: undefined, assessments: [], doses: [], ...changes }));

/** Of the fields that are expected, absent ones included. */
function expectFields(changes: CaseChanges, expected: Expected): void {
  const fields = fieldsOf(changes);
  const named = Object.keys(expected) as (keyof DerivedCase)[];
  expect(Object.fromEntries(named.map((name) => [name, fields[name]]))).toEqual(expected);
}

describe('the lines of inhibitors', () => {
  it.each<[string, CaseChanges, Expected]>([
    ['are counted without other drugs', { treatments: [{ drug: 'HYDROXYCARBAMIDE', startedOn: '2001-12-10' }, {}] }, { tkiLines: 1 }],
    [
      'begin with the earliest start, whatever its number',
      {
        treatments: [
          { drug: 'NILOTINIB', startedOn: '2008-01-01' },
          { drug: 'DASATINIB', startedOn: '2007-01-01' },
        ],
      },
      { tkiStartedOn: '2007-01-01', firstTki: 'DASATINIB', tkiLines: 2 },
    ],
    ['that go on are not discontinued', { treatments: [{}] }, { tkiDiscontinuedOn: undefined, tkiDiscontinuationReason: undefined }],
    [
      'stopped for good are discontinued, with the reason',
      { treatments: [{ stoppedOn: '2005-05-05', stopReason: 'PATIENT_WISH' }] },
      { tkiDiscontinuedOn: '2005-05-05', tkiDiscontinuationReason: 'PATIENT_WISH', treatmentFreeRemissionStartedOn: undefined },
    ],
    [
      'stopped for a reason that nobody documented are discontinued without one',
      { treatments: [{ stoppedOn: '2005-05-05' }] },
      { tkiDiscontinuedOn: '2005-05-05', tkiDiscontinuationReason: undefined },
    ],
    [
      'switched on the same day, or within 30, are not',
      {
        treatments: [
          { stoppedOn: '2005-05-05', stopReason: 'INTOLERANCE' },
          { drug: 'DASATINIB', startedOn: '2005-05-05', stoppedOn: '2006-05-05', stopReason: 'INTOLERANCE' },
          { drug: 'NILOTINIB', startedOn: '2006-06-04' },
        ],
      },
      { tkiDiscontinuedOn: undefined, tkiLines: 3 },
    ],
    [
      'taken up again after 31 days are',
      {
        treatments: [
          { stoppedOn: '2005-05-05', stopReason: 'INTOLERANCE' },
          { drug: 'DASATINIB', startedOn: '2005-06-05' },
        ],
      },
      { tkiDiscontinuedOn: '2005-05-05', tkiDiscontinuationReason: 'INTOLERANCE' },
    ],
    [
      'of which another one goes on are not',
      { treatments: [{ stoppedOn: '2005-05-05' }, { drug: 'DASATINIB', startedOn: '2005-01-01' }] },
      { tkiDiscontinuedOn: undefined },
    ],
    [
      'left without a documented stop for another drug are switched',
      { treatments: [{}, { drug: 'DASATINIB', startedOn: '2005-01-01', ...stopped }] },
      { tkiDiscontinuedOn: '2010-03-01', tkiDiscontinuationReason: remission },
    ],
    [
      'ended by death are not discontinued, whether the reason says so or the day',
      {
        patient: { vitalStatus: 'DEAD', diedOn: '2005-06-01' },
        treatments: [
          { stoppedOn: '2005-05-31', stopReason: 'DEATH' },
          { drug: 'DASATINIB', startedOn: '2005-05-31', stoppedOn: '2005-06-01' },
        ],
      },
      { tkiDiscontinuedOn: undefined },
    ],
    [
      'may be discontinued first for one reason and for remission later',
      {
        treatments: [
          { stoppedOn: '2005-05-05', stopReason: 'PREGNANCY' },
          { startedOn: '2006-05-05', ...stopped },
        ],
      },
      { tkiDiscontinuedOn: '2005-05-05', tkiDiscontinuationReason: 'PREGNANCY', treatmentFreeRemissionStartedOn: '2010-03-01' },
    ],
  ])('%s', (_what, changes, expected) => {
    expectFields(changes, expected);
  });

  it('tell nothing where there is none', () => {
    expect(fieldsOf({ treatments: [{ drug: 'INTERFERON_ALFA' }], assessments: [{}] })).toEqual({});
  });
});

describe('treatment-free remission', () => {
  const restart = (startedOn: `${number}-${number}-${number}`) => [stopped, { drug: 'NILOTINIB', startedOn } as const];
  const lost = (treatmentFreeRemissionLostOn: DerivedCase['treatmentFreeRemissionLostOn']): Expected => ({
    treatmentFreeRemissionStartedOn: '2010-03-01',
    treatmentFreeRemissionLostOn,
  });

  it.each<[string, CaseChanges, Expected]>([
    ['goes on without a measurement or a restart', { treatments: [stopped] }, lost(undefined)],
    ['goes on at 0.1 %', { treatments: [stopped], assessments: [pcr('2010-06-01', 0.1)] }, lost(undefined)],
    [
      'is lost with the first value above 0.1 %',
      { treatments: [stopped], assessments: [pcr('2010-06-01', 0.05), pcr('2010-07-01', 0.11), pcr('2010-08-01', 2)] },
      lost('2010-07-01'),
    ],
    [
      'begins with what was measured on the day of the stop',
      { treatments: [stopped], assessments: [pcr('2010-03-01', 0.3)] },
      lost(undefined),
    ],
    ['is lost by a restart, even within 30 days', { treatments: restart('2010-03-20') }, lost('2010-03-20')],
    [
      'is lost by a restart before the value that was measured later',
      { treatments: restart('2010-06-01'), assessments: [pcr('2010-07-01', 5)] },
      lost('2010-06-01'),
    ],
    [
      'is lost by the value before the restart that followed',
      { treatments: restart('2010-07-15'), assessments: [pcr('2010-07-01', 5)] },
      lost('2010-07-01'),
    ],
    ['is lost on the day of both', { treatments: restart('2010-07-01'), assessments: [pcr('2010-07-01', 5)] }, lost('2010-07-01')],
    ['is not lost by another drug', { treatments: [stopped, { drug: 'INTERFERON_ALFA', startedOn: '2010-06-01' }] }, lost(undefined)],
    [
      'is not lost by death',
      { patient: { vitalStatus: 'DEAD', diedOn: '2011-01-01' }, treatments: [stopped], assessments: [pcr('2010-06-01', 0)] },
      lost(undefined),
    ],
    [
      'may follow a second line',
      {
        treatments: [
          { stoppedOn: '2004-01-01', stopReason: 'INTOLERANCE' },
          { drug: 'NILOTINIB', startedOn: '2004-01-02', ...stopped },
        ],
      },
      lost(undefined),
    ],
    [
      'is none where an inhibitor begins on the day of the stop',
      { treatments: restart('2010-03-01') },
      { treatmentFreeRemissionStartedOn: undefined, tkiDiscontinuedOn: undefined },
    ],
    [
      'is the first attempt of several',
      {
        treatments: [
          ...restart('2010-09-01').slice(0, 1),
          { drug: 'NILOTINIB', startedOn: '2010-09-01', stoppedOn: '2015-01-01', stopReason: remission },
        ],
      },
      lost('2010-09-01'),
    ],
    [
      'is not lost by a value of an atypical transcript, which is not on the scale',
      { diagnosis: { transcript: 'e19a2' }, treatments: [stopped], assessments: [pcr('2010-07-01', 5)] },
      { ...lost(undefined), treatmentFreeRemissionMonitoredUntil: undefined },
    ],
    [
      'is monitored until the last value, not the last visit',
      { treatments: [stopped], assessments: [pcr('2010-06-01', 0), { assessedOn: '2011-06-01', bcrAbl1IsPct: undefined }] },
      { treatmentFreeRemissionMonitoredUntil: '2010-06-01' },
    ],
    [
      'is not monitored by values from before',
      { treatments: [stopped], assessments: [pcr('2010-02-01', 0)] },
      { treatmentFreeRemissionMonitoredUntil: undefined },
    ],
    [
      'is progressed from after the stop alone',
      {
        treatments: [stopped],
        assessments: [
          { assessedOn: '2009-01-01', phase: 'ACCELERATED' },
          { assessedOn: '2012-01-01', phase: 'BLAST' },
        ],
      },
      { progressedAfterTkiOn: '2009-01-01', progressedAfterTreatmentFreeRemissionOn: '2012-01-01' },
    ],
  ])('%s', (_what, changes, expected) => {
    expectFields(changes, expected);
  });
});

describe('the deepest molecular response', () => {
  it.each<[string, CaseChanges, DerivedCase['deepestMolecularResponse']]>([
    ['is not known without a measurement', {}, undefined],
    ['is NONE above 1 %', { assessments: [pcr('2003-01-01', 12)] }, 'NONE'],
    ['is the deepest of all', { assessments: [pcr('2003-01-01', 0.5), pcr('2004-01-01', 0.003), pcr('2005-01-01', 0.2)] }, 'MR4_5'],
    ['needs the copies of its level', { assessments: [pcr('2004-01-01', 0.003, 12_000)] }, 'MR4'],
    [
      'is MMR at most without documented copies',
      { assessments: [{ assessedOn: '2004-01-01', bcrAbl1IsPct: 0, abl1Copies: undefined }] },
      'MMR',
    ],
    ['is that under the drug, not before it', { assessments: [pcr('2002-01-15', 0.01), pcr('2003-01-01', 3)] }, 'NONE'],
    ['is found on the day of the stop', { treatments: [stopped], assessments: [pcr('2010-03-01', 0.009)] }, 'MR4'],
    ['is not found after it', { treatments: [stopped], assessments: [pcr('2010-03-02', 0.009)] }, undefined],
  ])('%s', (_what, changes, expected) => {
    expect(fieldsOf({ treatments: [{}], ...changes }).deepestMolecularResponse).toBe(expected);
  });
});

describe('the criteria of stopping', () => {
  const years = (isPct: number, from = '2007-02-01') =>
    [from, '2008-03-01', '2009-03-01', '2010-02-15']
      .filter((on) => on >= from)
      .map((on) => pcr(on as `${number}-${number}-${number}`, isPct));
  const since = (startedOn: `${number}-${number}-${number}`, drug: 'IMATINIB' | 'NILOTINIB' | 'PONATINIB' = 'IMATINIB') => [
    { drug, startedOn, ...stopped },
  ];

  it.each<[string, CaseChanges, DerivedCase['treatmentFreeRemissionCriteria']]>([
    ['are optimal with MR4 for more than 3 years', { assessments: years(0.009) }, 'OPTIMAL'],
    ['are optimal with MR4.5 for more than 2', { assessments: years(0.003, '2008-02-15') }, 'OPTIMAL'],
    ['are minimal with MR4 for more than 2', { assessments: years(0.009, '2008-02-15') }, 'MINIMAL'],
    ['are not met with MR4 for 2 years and less', { assessments: years(0.009, '2008-03-01') }, 'NOT_MET'],
    [
      'are not met when MR4 was lost between',
      { assessments: [...years(0.009).slice(0, 3), pcr('2009-10-01', 0.02), pcr('2010-02-15', 0.009)] },
      'NOT_MET',
    ],
    ['are not met when the last value is not MR4', { assessments: [...years(0.009), pcr('2010-02-20', 0.02)] }, 'NOT_MET'],
    ['pass over a sample with too few copies', { assessments: [...years(0.009), pcr('2010-02-20', 0.009, 5000)] }, 'OPTIMAL'],
    ['are not known without copies', { assessments: years(0.009).map((one) => ({ ...one, abl1Copies: undefined })) }, undefined],
    ['are not known without a measurement', {}, undefined],
    ['are not met after 5 years of imatinib', { treatments: since('2005-03-01'), assessments: years(0.001) }, 'NOT_MET'],
    [
      'are minimal after 4 years of the second generation',
      { treatments: since('2006-01-01', 'NILOTINIB'), assessments: years(0.001) },
      'MINIMAL',
    ],
    ['are not met after 4 years of the third', { treatments: since('2006-01-01', 'PONATINIB'), assessments: years(0.001) }, 'NOT_MET'],
    [
      'count the years of all lines, without the gaps',
      { treatments: [{ stoppedOn: '2004-01-15', stopReason: 'OTHER' }, ...since('2007-01-15')], assessments: years(0.001) },
      'OPTIMAL',
    ],
    [
      'are not met after resistance',
      {
        treatments: [{ stoppedOn: '2004-01-15', stopReason: 'RESISTANCE' }, ...since('2004-01-15', 'NILOTINIB')],
        assessments: years(0.001),
      },
      'NOT_MET',
    ],
    [
      'are met after intolerance',
      {
        treatments: [{ stoppedOn: '2004-01-15', stopReason: 'INTOLERANCE' }, ...since('2004-01-15', 'NILOTINIB')],
        assessments: years(0.001),
      },
      'OPTIMAL',
    ],
    ['are not met after a notified failure', { assessments: years(0.001), failure: {} }, 'NOT_MET'],
    ['are met after a notified toxicity', { assessments: years(0.001), failure: { reportedSubcategory: 'TOXICITY' } }, 'OPTIMAL'],
    ['are not met after an advanced phase', { diagnosis: { phase: 'ACCELERATED' }, assessments: years(0.001) }, 'NOT_MET'],
  ])('%s', (_what, changes, expected) => {
    expect(fieldsOf({ treatments: [stopped], ...changes }).treatmentFreeRemissionCriteria).toBe(expected);
  });
});
