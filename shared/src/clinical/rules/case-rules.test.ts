import { bundleFormat, type RecordKind } from '../../domain';
import { caseFacts } from '../../testing/case-facts';
import { ruleContext } from '../../testing/rule-context';
import { caseRules, checkCase } from './case-rules';
import { registryRules } from './likely-duplicates';

describe('caseRules', () => {
  test('ids are distinct and in capitals', () => {
    const ids = [...caseRules, ...registryRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Z][A-Z0-9_]+$/.test(id))).toEqual([]);
  });

  test.each(caseRules)('$id reads columns of the bundle and says why', ({ fields, reason }) => {
    const unknown = fields.filter((name) => {
      const [kind, field] = name.split('.') as [RecordKind, string];
      return !(field in bundleFormat[kind].columns);
    });
    expect(unknown).toEqual([]);
    expect(reason).toMatch(/\.$/);
  });

  test('only HARD rules refuse, and of those all but that of the ineligible case', () => {
    expect(caseRules.filter(({ refuses, severity }) => refuses !== (severity === 'HARD')).map(({ id }) => id)).toEqual(['INELIGIBLE_CASE']);
  });
});

describe('checkCase', () => {
  test('nothing is found in an ordinary case', () => {
    const facts = caseFacts();
    expect(checkCase(facts, ruleContext(facts))).toEqual({ refusing: [], queries: [] });
  });

  test('nothing but want of eligibility is found in a case that was only notified', () => {
    const facts = caseFacts({ diagnosis: undefined, treatments: [], doses: [], assessments: [], failure: { decision: undefined } });
    const { refusing, queries } = checkCase(facts, ruleContext(facts));
    expect(refusing).toEqual([]);
    expect(queries.map(({ rule }) => rule)).toEqual(['INELIGIBLE_CASE']);
  });

  test('a child at diagnosis, an adult at imatinib start after interferon: one question', () => {
    const facts = caseFacts({
      patient: { birthMonth: '1984-06' },
      diagnosis: { diagnosedOn: '1997-02-10' },
      treatments: [
        { drug: 'INTERFERON_ALFA', startedOn: '1997-03-01', stoppedOn: '2002-01-10' },
        { startedOn: '2002-07-01', stoppedOn: '2003-07-20' },
      ],
      doses: [{ line: 2, fromOn: '2002-07-01' }],
      assessments: [{ assessedOn: '2003-07-20' }],
      failure: { failedOn: '2003-07-20' },
    });
    const { refusing, queries } = checkCase(facts, ruleContext(facts));
    expect(refusing).toEqual([]);
    expect(queries.map(({ rule }) => rule)).toEqual(['PAEDIATRIC_DIAGNOSIS']);
  });

  test('imatinib at seventeen: stored, with a HARD question', () => {
    const facts = caseFacts({ patient: { birthMonth: '1984-06' }, diagnosis: { diagnosedOn: '2001-12-03' } });
    const { refusing, queries } = checkCase(facts, ruleContext(facts));
    expect(refusing).toEqual([]);
    expect(queries.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['INELIGIBLE_CASE', 'HARD'],
      ['PAEDIATRIC_DIAGNOSIS', 'SOFT'],
    ]);
  });

  test('everything is found, not the first', () => {
    const facts = caseFacts({
      patient: { diedOn: '2004-01-01' },
      diagnosis: { diagnosedOn: '2002-02-01', wbc: 700 },
      doses: [{ line: 4 }, { mgPerDay: 4000 }],
      assessments: [{ metaphasesExamined: 10, metaphasesPhPositive: 11 }],
      failure: { failedOn: '2002-01-15', notifiedOn: '2002-01-10' },
    });
    const { refusing, queries } = checkCase(facts, ruleContext(facts));
    expect(refusing.map(({ rule }) => rule)).toEqual([
      'DATE_ORDER',
      'FAILURE_NOT_AFTER_IMATINIB_START',
      'NOTIFIED_BEFORE_FAILURE',
      'DIED_ON_PRESENCE',
      'PH_POSITIVE_EXCEEDS_EXAMINED',
      'DOSE_WITHOUT_TREATMENT',
      'IMATINIB_DOSE_RANGE',
    ]);
    expect(queries.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['OUTSIDE_SOFT_RANGE', 'TOO_FEW_METAPHASES']));
  });

  test('at most one finding of a rule at one place', () => {
    const facts = caseFacts({
      patient: { birthMonth: '2005-01', diedOn: '2001-01-01' },
      diagnosis: { phase: 'CHRONIC', blastsPct: 60, basophilsPct: 60, karyotype: 'Ph+', transcript: 'e1a2' },
      assessments: [{ metaphasesExamined: 5, metaphasesPhPositive: 6, wbc: 500, platelets: 4000 }],
      adverseEvents: [{ resolvedOn: '2000-01-01' }],
    });
    const { refusing, queries } = checkCase(facts, ruleContext(facts));
    const places = [...refusing, ...queries].map(({ rule, at }) => JSON.stringify([rule, at]));
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(10);
  });
});
