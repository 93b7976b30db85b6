import type { CaseFacts } from '../../domain';
import { caseFacts } from '../../testing';
import { deriveCase } from '../derivation';
import { checkCase } from './case-rules';

/** Of CML, much in it would be worth a question; of another tumour it is ordinary, or is no concern of the registry's. */
const questionable = (disease: string): CaseFacts =>
  caseFacts({
    patient: { birthMonth: '1990-06' },
    diagnosis: {
      disease,
      diagnosedOn: '1999-03-02',
      phase: 'CHRONIC',
      blastsPct: 22,
      eosinophilsPct: 70,
      karyotype: 'complex',
      transcript: 'e1a2',
      wbc: 3.5,
      phPositive: undefined,
    },
    assessments: [{ metaphasesExamined: 10, metaphasesPhPositive: 0, bcrAbl1IsPct: 0.001, abl1Copies: 100, wbc: 40 }],
    mutations: [{ variant: 'T315I' }],
    failure: undefined,
  });

const questionsOf = (facts: CaseFacts): readonly string[] => {
  const { refusing, queries } = checkCase(facts, { today: '2006-12-31', derived: deriveCase(facts) });
  return [...refusing, ...queries].map(({ rule }) => rule);
};

describe('a tumour other than CML', () => {
  it('is asked none of what CML is asked', () => {
    expect(new Set(questionsOf(questionable('9875/3')))).toEqual(
      new Set([
        'PAEDIATRIC_DIAGNOSIS',
        'OUTSIDE_SOFT_RANGE',
        'TOO_FEW_METAPHASES',
        'TOO_FEW_ABL1_COPIES',
        'IS_VALUE_OF_ATYPICAL_TRANSCRIPT',
        'HEMATOLOGIC_RESPONSE_CONTRADICTED',
        'PHASE_CONTRADICTED_BY_COUNTS',
        'KARYOTYPE_DOES_NOT_FIT',
        'LATE_FIRST_LINE',
      ]),
    );
    expect(questionsOf(questionable('9964/3'))).toEqual([]);
    expect(questionsOf(questionable('8832/1'))).toEqual([]);
  });

  it('is asked for its code when the catalogue does not hold it, as information', () => {
    const facts = questionable('8140/3');
    const { queries } = checkCase(facts, { today: '2006-12-31', derived: deriveCase(facts) });
    expect(queries).toEqual([
      expect.objectContaining({ rule: 'DISEASE_NOT_CATALOGUED', severity: 'INFORMATION', message: expect.stringContaining('8140/3') }),
    ]);
  });

  it('has no score and no class of response', () => {
    const { scores, milestoneResponses, eligible } = deriveCase(questionable('8832/1'));
    expect({ scores, milestoneResponses, eligible }).toEqual({ scores: {}, milestoneResponses: {}, eligible: false });
    expect(deriveCase(questionable('9875/3')).milestoneResponses).not.toEqual({});
  });
});
