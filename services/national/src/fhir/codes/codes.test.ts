import { drugs } from '@registry-hub/shared/domain';
import { displayOf, drugOfAtc, drugTerms, formerDrugTerms, inUnit, namespaces, observationTerms, type Term } from '.';

const loincTerms = Object.values<Term>(observationTerms).filter(
  ({ system, code }) => system === namespaces.loinc && !code.startsWith('LA'),
);

/** LOINC's check digit (Luhn, mod 10), as the LOINC Users' Guide has it. */
function checkDigit(number: string): number {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

describe('codes', () => {
  it.each(loincTerms.map(({ code }) => code))('%s has the check digit of its number', (code) => {
    const [number = '', digit] = code.split('-');
    expect(String(checkDigit(number))).toBe(digit);
  });

  it.each(['69380-7', '55135-1'])('%s, which circulates, is none', (code) => {
    const [number = '', digit] = code.split('-');
    expect(String(checkDigit(number))).not.toBe(digit);
  });

  it.each(drugs.filter((drug) => drugTerms[drug] !== undefined && drug !== 'INTERFERON_ALFA'))('%s is read from its ATC codes', (drug) => {
    expect(drugOfAtc(drugTerms[drug]?.code ?? '')).toBe(drug);
    expect(drugOfAtc(formerDrugTerms[drug]?.code ?? drugTerms[drug]?.code ?? '')).toBe(drug);
  });

  it('do not take all interferons for alfa, nor an unknown code for anything', () => {
    expect(drugOfAtc('L03AB')).toBeUndefined();
    expect(drugOfAtc('N02BE01')).toBeUndefined();
  });

  it.each([
    [13.57, 'g/dL', 'g/L', 135.7],
    [7.2, '10*3/uL', '10*9/L', 7.2],
    [0.07, '1', '%', 7],
    [45, 'mm', 'cm', 4.5],
    [0.4, 'g/d', 'mg/d', 400],
    [1e-7, '1', '%', 1e-5],
    [5, '%', '%', 5],
  ])('%d %s is in %s %d', (value, code, unit, expected) => {
    expect(inUnit(value, code, unit)).toBe(expected);
  });

  it('do not convert what is another quantity', () => {
    expect(inUnit(8.1, 'mmol/L', 'g/L')).toBeUndefined();
  });

  it.each([
    ['NO_CYTOGENETIC_RESPONSE', 'No cytogenetic response'],
    ['CR', 'CR'],
  ])('%s reads as %s', (value, display) => {
    expect(displayOf(value)).toBe(display);
  });
});
