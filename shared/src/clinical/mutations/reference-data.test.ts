import { drugs } from '../../domain';
import { adverseEventTerms, canonicalAdverseEventTerm, drugCatalogue } from '.';

describe('drug catalogue', () => {
  it('holds every treatment of the vocabulary, in its order', () => {
    expect(drugCatalogue.map(({ drug }) => drug)).toEqual(drugs);
  });

  it('dates the authorisation of every inhibitor after its first patient', () => {
    const inhibitors = drugCatalogue.filter(({ drugClass }) => drugClass === 'TYROSINE_KINASE_INHIBITOR');
    expect(inhibitors).toHaveLength(6);
    for (const { firstInHuman = '', availableInEuropeOn = '' } of inhibitors) {
      expect(firstInHuman).toMatch(/^\d{4}-\d{2}$/);
      expect(availableInEuropeOn.slice(0, 7) > firstInHuman).toBe(true);
    }
  });
});

describe('canonicalAdverseEventTerm', () => {
  it.each([
    ['Diarrhoea', 'Diarrhoea'],
    ['diarrhea', 'Diarrhoea'],
    ['ANEMIA', 'Anaemia'],
    ['Periorbital edema', 'Periorbital oedema'],
    ['peripheral edema', 'Oedema peripheral'],
    ['muscle  cramps', 'Muscle spasms'],
    ['Conjunctival hemorrhage', 'Conjunctival haemorrhage'],
    ['hypophosphatemia', 'Hypophosphataemia'],
    ['stevens johnson syndrome', 'Stevens-Johnson syndrome'],
    ['ALT increased', 'Alanine aminotransferase increased'],
  ])('reads %s', (text, term) => {
    expect(canonicalAdverseEventTerm(text)).toBe(term);
  });

  it('reads every listed term as itself', () => {
    const terms = adverseEventTerms.map(({ term }) => term);
    expect(terms.map(canonicalAdverseEventTerm)).toEqual(terms);
  });

  it('reads no term in another text', () => {
    expect(canonicalAdverseEventTerm('Broken leg')).toBeUndefined();
    expect(canonicalAdverseEventTerm('')).toBeUndefined();
  });
});
