/** Words and codes that are not told in lower case, or mean more than they spell. */
const spelled: Readonly<Record<string, string>> = {
  F: 'Female',
  M: 'Male',
  CR: 'Complete response',
  PR: 'Partial response',
  SD: 'Stable disease',
  PD: 'Progressive disease',
  NE: 'Not evaluable',
  CML: 'CML',
  NGS: 'NGS',
  ASO: 'ASO',
  PCR: 'PCR',
  ABL1: 'ABL1',
  BCR: 'BCR',
  IS: 'IS',
  MG: 'mg',
  PCT: '(%)',
  PH: 'Ph',
  VAF: 'VAF',
  WBC: 'WBC',
  CM: '(cm)',
};

/** What a person reads in place of a code or a column's name: `NO_CYTOGENETIC_RESPONSE` is "No cytogenetic response". */
export function plainLabel(code: string): string {
  const text = code
    .split('_')
    .map((word) => spelled[word.toUpperCase()] ?? word.toLowerCase())
    .join(' ');
  // "mg" must not become magnesium
  return text.startsWith('mg ') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
