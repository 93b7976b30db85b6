import { caseFacts } from '../../testing/case-facts';
import { responseDates } from './response-dates';

describe('responseDates', () => {
  const { assessments } = caseFacts({
    assessments: [
      { assessedOn: '2002-01-10', phase: 'ACCELERATED', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.1 },
      { assessedOn: '2002-04-15', metaphasesPhPositive: 1, bcrAbl1IsPct: 0.11 },
      { assessedOn: '2002-07-15', metaphasesExamined: 19, metaphasesPhPositive: 0, bcrAbl1IsPct: undefined },
      { assessedOn: '2002-10-15', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.5 },
      { assessedOn: '2003-01-20', phase: undefined, metaphasesPhPositive: undefined, bcrAbl1IsPct: 0.1 },
      { assessedOn: '2004-01-20', phase: 'BLAST', metaphasesPhPositive: 20, bcrAbl1IsPct: 50 },
      { assessedOn: '2004-03-20', phase: 'ACCELERATED', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.01 },
    ],
  });

  test('what comes before the origin does not count', () => {
    expect(responseDates(assessments, '2002-01-15')).toEqual({
      progressedOn: '2004-01-20',
      completeCytogeneticResponseOn: '2002-10-15',
      majorMolecularResponseOn: '2003-01-20',
    });
  });

  test("the origin's own day does not count, the day before it does", () => {
    const { progressedOn, ...responses } = responseDates(assessments, '2002-01-10');
    expect([progressedOn, ...Object.values(responses)]).not.toContain('2002-01-10');
    expect(responseDates(assessments, '2002-01-09')).toEqual({
      progressedOn: '2002-01-10',
      completeCytogeneticResponseOn: '2002-01-10',
      majorMolecularResponseOn: '2002-01-10',
    });
  });

  test('what never happened has no date, nor has anything without an origin', () => {
    expect(responseDates(assessments, '2004-04-01')).toEqual({});
    expect(responseDates(assessments, undefined)).toEqual({});
    expect(responseDates([], '2002-01-15')).toEqual({});
  });
});
