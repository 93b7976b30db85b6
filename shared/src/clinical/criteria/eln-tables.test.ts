import * as fc from 'fast-check';
import {
  eln2006,
  eln2009,
  eln2013FirstLine,
  eln2013SecondLine,
  eln2020,
  eln2025Provisional,
  elnTables,
  evaluateEln,
  type ResponseFindings,
} from '.';

const tables = [...Object.values(elnTables), eln2013SecondLine];
const months = [0, 1, 3, 6, 9, 12, 18, 24, 60];

describe('ELN 2013, second line', () => {
  it.each<readonly [number, ResponseFindings, string]>([
    [3, { completeHematologicResponse: false }, 'FAILURE'],
    [3, { phPositivePct: 96 }, 'FAILURE'],
    [3, { newMutation: true, isPct: 5 }, 'FAILURE'],
    [3, { phPositivePct: 95 }, 'WARNING'],
    [3, { phPositivePct: 65 }, 'WARNING'],
    [3, { phPositivePct: 64 }, 'OPTIMAL'],
    [3, { isPct: 10 }, 'OPTIMAL'],
    [3, { isPct: 10.1 }, 'WARNING'],
    [6, { isPct: 10.1 }, 'FAILURE'],
    [6, { phPositivePct: 66 }, 'FAILURE'],
    [6, { phPositivePct: 65 }, 'WARNING'],
    [6, { phPositivePct: 35 }, 'WARNING'],
    [6, { phPositivePct: 34 }, 'OPTIMAL'],
    [12, { phPositivePct: 36 }, 'FAILURE'],
    [12, { phPositivePct: 35 }, 'WARNING'],
    [12, { isPct: 10.1 }, 'FAILURE'],
    [12, { isPct: 1 }, 'WARNING'],
    [12, { isPct: 0.99, phPositivePct: 0 }, 'OPTIMAL'],
    [24, { isPct: 0.1 }, 'OPTIMAL'],
    [24, { isPct: 0.5 }, 'WARNING'],
    [24, { isPct: 0.05, lossOfPartialCytogeneticResponse: true }, 'FAILURE'],
    [24, { isPct: 0.05, aberrationsInPhNegativeCells: true }, 'WARNING'],
    [0, { poorResponseToFirstLine: true }, 'WARNING'],
    [3, {}, 'NOT_EVALUABLE'],
  ])('at %i months with %j', (month, findings, response) => {
    expect(evaluateEln(eln2013SecondLine, { month, ...findings }).response).toBe(response);
  });
});

describe('baseline', () => {
  it.each([
    [eln2006, { highRiskScore: true }, 'WARNING'],
    [eln2006, { deletion9q: true }, 'WARNING'],
    [eln2009, { deletion9q: true }, 'NOT_EVALUABLE'],
    [eln2013FirstLine, { aberrationsInPhPositiveCells: true }, 'WARNING'],
    [eln2020, { highRiskAberrations: true }, 'WARNING'],
    [eln2020, { highRiskScore: false }, 'NOT_EVALUABLE'],
  ] as const)('of $title with %j', (table, findings, response) => {
    expect(evaluateEln(table, { month: 0, ...findings }).response).toBe(response);
  });
});

describe('every table', () => {
  it('finds nothing evaluable where nothing is documented', () => {
    for (const table of tables) {
      for (const month of months) expect(evaluateEln(table, { month }).response).toBe('NOT_EVALUABLE');
    }
  });

  it('lets the worst evidence win, whatever else is documented', () => {
    const findings = fc.record(
      {
        completeHematologicResponse: fc.boolean(),
        phPositivePct: fc.double({ min: 0, max: 100, noNaN: true }),
        isPct: fc.double({ min: 0, max: 200, noNaN: true }),
        isRising: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.integer({ min: 1, max: 60 }), findings, (table, month, documented) => {
        expect(evaluateEln(table, { month, ...documented, advancedPhase: true }).response).toBe('FAILURE');
      }),
    );
  });

  it('gives a reason with its source for every response', () => {
    for (const table of tables) {
      const { because } = evaluateEln(table, { month: 12, completeHematologicResponse: true, phPositivePct: 0, isPct: 3 });
      expect(because[0]?.message).toContain(table.citation.journal);
    }
  });
});

describe('reasons', () => {
  it('name every criterion of the class that is met, with what is documented', () => {
    const { because } = evaluateEln(eln2006, { month: 6, completeHematologicResponse: false, phPositivePct: 100 });
    expect(because).toEqual([
      {
        rule: 'ELN_2006_6_MONTHS_FAILURE',
        message:
          'Less than complete haematological response; documented: complete haematological response: no (ELN 2006, from 6 months on: Baccarani et al., Blood 2006;108:1809).',
      },
      {
        rule: 'ELN_2006_6_MONTHS_FAILURE',
        message:
          'Ph+ metaphases > 95 %; documented: Ph+ metaphases 100 % (ELN 2006, from 6 months on: Baccarani et al., Blood 2006;108:1809).',
      },
    ]);
  });

  it('say what is wanted where nothing decides', () => {
    const { because } = evaluateEln(eln2009, { month: 3, completeHematologicResponse: true, phPositivePct: 80 });
    expect(because).toEqual([
      {
        rule: 'ELN_2009_NOT_EVALUABLE',
        message:
          'No criterion of ELN 2009 is met by what is documented; optimal would be: complete haematological response and Ph+ metaphases ≤ 65 %.',
      },
    ]);
  });
});

describe('ELN 2025, provisional', () => {
  it.each([
    [0.05, 'OPTIMAL', 'favorable (treatment switch unnecessary)'],
    [0.5, 'WARNING', 'treatment switch may become necessary'],
    [5, 'FAILURE', 'unfavorable (treatment switch preferred)'],
  ])('at 12 months with %d %% has the limits of 2020 and its own name, marked provisional', (isPct, response, label) => {
    const evaluation = evaluateEln(eln2025Provisional, { month: 12, isPct });
    expect(evaluation.response).toBe(response);
    expect(evaluateEln(eln2020, { month: 12, isPct }).response).toBe(response);
    expect(evaluation.because.at(-1)).toMatchObject({ rule: 'ELN_2025_PROVISIONAL' });
    expect(evaluation.because.at(-1)?.message).toMatch(/^Provisional, /);
    expect(evaluation.because.at(-1)?.message).toContain(label);
  });
});
