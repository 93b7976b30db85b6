import fc from 'fast-check';
import { dateOfDayNumber, dayNumber } from '../../domain';
import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { hitsOf, ruleContext } from '../../testing/rule-context';
import { eventBeforeDiagnosisRule, followUpFindings, followUpInDoubt, followUpRule, lastContactRule, latestNews } from './follow-up';

const seen = (lastContactOn: '2003-12-29' | '2003-12-30' | undefined): CaseChanges => ({ patient: { lastContactOn } });

describe('NO_FOLLOW_UP', () => {
  test.each<[string, CaseChanges, number]>([
    ['last seen 18 months before the latest news', seen('2003-12-30'), 0],
    ['last seen a day earlier', seen('2003-12-29'), 1],
    ['no last contact documented', seen(undefined), 0],
    ['lost, which says so', { patient: { lastContactOn: '2000-01-01', vitalStatus: 'LOST' } }, 0],
    ['dead', { patient: { lastContactOn: '2000-01-01', vitalStatus: 'DEAD', diedOn: '2000-01-01' } }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(followUpRule, changes)).toHaveLength(count);
  });

  test('counts to the latest news, not to today, and to nothing without any', () => {
    expect(hitsOf(followUpRule, {}, { today: '2026-01-01' })).toEqual([]);
    expect(hitsOf(followUpRule, {}, { dataCutoff: '2026-01-01' })).toHaveLength(1);
    const { dataCutoff: _, ...withoutNews } = ruleContext(caseFacts());
    expect(followUpRule.check(caseFacts(seen('2003-12-29')), withoutNews)).toEqual([]);
  });
});

describe('when the latest news move', () => {
  const days = fc.integer({ min: dayNumber('1998-01-01'), max: dayNumber('2012-12-31') }).map(dateOfDayNumber);

  test('whoever is judged otherwise was last seen between the days in doubt', () => {
    fc.assert(
      fc.property(days, days, days, (lastContactOn, one, other) => {
        const { patient } = caseFacts({ patient: { lastContactOn } });
        const isAsked = (cutoff: typeof one): boolean => followUpFindings(patient, cutoff).length > 0;
        const { from, to } = followUpInDoubt(one, other);
        return isAsked(one) === isAsked(other) || (lastContactOn >= from && lastContactOn <= to);
      }),
    );
  });

  test('a patient is asked about as the rule does it', () => {
    const facts = caseFacts(seen('2003-12-29'));
    expect(followUpFindings(facts.patient, '2005-06-30')).toEqual(followUpRule.check(facts, ruleContext(facts)));
  });
});

describe('latestNews', () => {
  test('is the latest last contact or notification', () => {
    expect(latestNews([{ lastContactOn: '2005-01-01' }, { lastContactOn: '2004-01-01', notifiedOn: '2005-03-01' }, {}])).toBe('2005-03-01');
    expect(latestNews([{ lastContactOn: '2005-04-01', notifiedOn: '2005-03-01' }])).toBe('2005-04-01');
  });
  test('is absent for a registry that knows none', () => {
    expect(latestNews([])).toBeUndefined();
    expect(latestNews([{}])).toBeUndefined();
  });
});

describe('LAST_CONTACT_CONTRADICTED', () => {
  test.each<[string, CaseChanges, string | undefined]>([
    ['after everything', {}, undefined],
    ['on the day of the last event, before the notification', { patient: { lastContactOn: '2003-01-20' } }, undefined],
    [
      'before it',
      { patient: { lastContactOn: '2003-01-19' } },
      'last_contact_on 2003-01-19 is before stopped_on 2003-01-20; it is that day or later.',
    ],
    [
      'the latest event is named',
      { patient: { lastContactOn: '2002-01-01' }, mutations: [{ sampledOn: '2004-01-01' }] },
      'last_contact_on 2002-01-01 is before sampled_on 2004-01-01; it is that day or later.',
    ],
    [
      'after death',
      { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-14' } },
      'last_contact_on 2005-06-15 is after died_on 2005-06-14; it is that day or earlier.',
    ],
    ['not documented', { patient: { lastContactOn: undefined } }, undefined],
  ])('%s', (_, changes, message) => {
    expect(hitsOf(lastContactRule, changes)[0]?.message).toBe(message);
  });
});

describe('EVENT_BEFORE_DIAGNOSIS', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['an assessment on the day', { assessments: [{ assessedOn: '2001-12-03' }] }, []],
    ['an assessment the day before', { assessments: [{ assessedOn: '2001-12-02' }] }, ['assessment.assessedOn']],
    [
      'a sample and an adverse event',
      { mutations: [{ sampledOn: '2001-01-01' }], adverseEvents: [{ onsetOn: '2001-01-01' }] },
      ['mutation.sampledOn', 'adverseEvent.onsetOn'],
    ],
    ['a treatment, which another rule refuses', { treatments: [{ startedOn: '2001-01-01' }] }, []],
    ['no diagnosis', { diagnosis: undefined }, []],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(eventBeforeDiagnosisRule, changes).map((hit) => hit.at)).toEqual(at);
  });
});
