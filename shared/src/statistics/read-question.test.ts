import { LAYOUT_VERSION } from './question';
import { readQuestion } from './read-question';

const question = (figure: object): string =>
  JSON.stringify({ layoutVersion: LAYOUT_VERSION, filter: { registry: 'ALL' }, countries: ['FR'], figures: [figure] });

const cox = { family: 'COX', endpoint: 'OVERALL', from: 'FAILURE', covariates: [{ measure: 'SOKAL' }] };
const logistic = {
  family: 'LOGISTIC',
  outcome: { variable: 'SEX', value: 'M' },
  covariates: [{ variable: 'SEX', reference: 'F', values: ['M'] }],
};
const at = { at: [0, 0.5], fractionBits: 40 };

describe('reading a question that came from elsewhere', () => {
  it.each<[string, object]>([
    ['survival', { kind: 'survival', endpoint: 'OVERALL', from: 'FAILURE', by: 'SEX', delayedEntry: true }],
    ['incidence', { kind: 'incidence', event: 'PROGRESSION', from: 'DIAGNOSIS' }],
    ['milestones', { kind: 'milestones', edition: 'ELN_2013' }],
    ["a model's design", { kind: 'modelDesign', model: { ...cox, covariates: [{ variable: 'SEX' }] } }],
    ['a step of a Cox model', { kind: 'likelihood', model: { ...cox, delayedEntry: true }, ...at }],
    ['a step of a logistic model', { kind: 'likelihood', model: logistic, ...at }],
    [
      'differences from other cohorts',
      { kind: 'differences', others: [{ filter: { registry: 'CML', sex: ['F'] }, countries: ['FR', 'IL'] }] },
    ],
    ['a test of proportional hazards', { kind: 'proportionality', model: cox, ...at }],
  ])('takes %s as it is', (_what, figure) => {
    const read = readQuestion(question(figure), LAYOUT_VERSION);
    expect(read.kind === 'question' && read.question.figures).toEqual([figure]);
  });

  it.each<[string, object]>([
    ['of an unknown kind', { kind: 'rows' }],
    ['with a field too many', { kind: 'milestones', edition: 'ELN_2013', month: 3 }],
    ['by a variable of several values', { kind: 'survival', endpoint: 'OVERALL', from: 'FAILURE', by: 'MUTATION' }],
    ['of an unknown endpoint', { kind: 'survival', endpoint: 'HAPPINESS', from: 'FAILURE' }],
    ['of an endpoint that is not counted from its origin', { kind: 'survival', endpoint: 'TREATMENT_FREE_SURVIVAL', from: 'DIAGNOSIS' }],
    ['of an event that is not', { kind: 'incidence', event: 'TKI_DISCONTINUATION', from: 'FAILURE' }],
    ['of a model that is not', { kind: 'modelDesign', model: { ...cox, from: 'TKI_DISCONTINUATION', endpoint: 'FAILURE_FREE' } }],
    ['of a model without covariates', { kind: 'likelihood', model: { ...cox, covariates: [] }, ...at }],
    ['of a variable without its values', { kind: 'likelihood', model: { ...cox, covariates: [{ variable: 'SEX' }] }, ...at }],
    [
      'of a cohort that names countries twice',
      { kind: 'differences', others: [{ filter: { registry: 'CML', countries: ['FR'] }, countries: ['FR'] }] },
    ],
    ['of proportional odds', { kind: 'proportionality', model: logistic, ...at }],
    ['with more fraction bits than there is room for', { kind: 'likelihood', model: cox, at: [0], fractionBits: 53 }],
  ])('refuses one %s', (_what, figure) => {
    expect(readQuestion(question(figure), LAYOUT_VERSION).kind).toBe('invalid');
  });

  it('tells another layout from nonsense', () => {
    expect(readQuestion(JSON.stringify({ layoutVersion: LAYOUT_VERSION + 1, anything: [] }), LAYOUT_VERSION).kind).toBe('other layout');
    expect(readQuestion('no JSON', LAYOUT_VERSION).kind).toBe('invalid');
  });
});
