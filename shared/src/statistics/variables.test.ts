import { deriveCase } from '../clinical';
import type { DerivedCase } from '../domain';
import { caseFacts } from '../testing';
import { RESPONSE_OF_RATES, variableDefinitions, variables } from './variables';

const ordinary = deriveCase(caseFacts());
const { DISEASE, DISEASE_GROUP, MUTATION, TUMOR_RESPONSE } = variableDefinitions;
const of = (changes: Partial<DerivedCase>): DerivedCase => ({ ...ordinary, ...changes });

describe('variables of tumours', () => {
  it.each([
    ['9875/3', '9875/3', 'HEMATOLOGIC'],
    ['9741/3', '9741/3', 'HEMATOLOGIC'],
    ['8832/1', '8832/1', 'SOLID'],
    ['8140/3', 'OTHER', 'OTHER'],
  ])('%s counts as %s of %s', (disease, value, group) => {
    expect([DISEASE.read(of({ disease })), DISEASE_GROUP.read(of({ disease }))]).toEqual([value, group]);
    expect(DISEASE.values).toContain(value);
    expect(DISEASE_GROUP.values).toContain(group);
  });

  it.each([
    [
      ['T315I', 'KIT D816V'],
      ['T315I', 'KIT D816V'],
    ],
    [['K247R', 'T240A'], ['OTHER']],
    [
      ['KIT D820G', 'PDGFRB N666K'],
      ['KIT OTHER', 'PDGFRB OTHER'],
    ],
    [
      ['KIT NONE', 'NONE'],
      ['KIT NONE', 'NONE'],
    ],
  ])('of the mutations %j counts %j', (mutations, values) => {
    expect(MUTATION.read(of({ mutations }))).toEqual(values);
    expect(MUTATION.values).toEqual(expect.arrayContaining(values));
  });

  it('takes for none what nobody documented of a treated tumour other than CML', () => {
    const { everInProspectiveStudy: _, ...untreated } = of({ disease: '8832/1', cml: false });
    expect(TUMOR_RESPONSE.read(of({ disease: '8832/1', cml: false }))).toBe('NOT_DOCUMENTED');
    expect(TUMOR_RESPONSE.read(of({ disease: '8832/1', cml: false, bestResponse: 'NE' }))).toBe('NE');
    expect(TUMOR_RESPONSE.read(untreated)).toBeUndefined();
    expect(TUMOR_RESPONSE.read(of({}))).toBeUndefined();
  });

  it('offers what rates are counted of to nobody as a table', () => {
    expect(variables).not.toContain(RESPONSE_OF_RATES);
    expect(variables).toContain('BEST_RESPONSE');
  });
});
