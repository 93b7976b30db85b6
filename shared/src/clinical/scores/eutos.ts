import type { KnownInputs, RiskScoreDefinition } from './risk-score';
import { roundTo } from './round-to';

type EutosInput = 'spleenCm' | 'basophilsPct';

/** Low ≤ 87, high above; compared after rounding to four decimals (project convention). There is no intermediate group. */
export const eutosScore: RiskScoreDefinition<EutosInput> = {
  name: 'EUTOS',
  citation: { authors: 'Hasford et al.', journal: 'Blood', year: 2011, locator: '118:686' },
  inputs: ['spleenCm', 'basophilsPct'],
  value: ({ spleenCm, basophilsPct }) => 7 * basophilsPct + 4 * spleenCm,
  group: (value) => (roundTo(4, value) <= 87 ? 'LOW' : 'HIGH'),
};

/**
 * Probability, 0-1, of not being in complete cytogenetic response 18 months after the start of imatinib (Hasford et al.,
 * Blood 2011;118:686).
 */
export function probabilityOfNoCompleteCytogeneticResponse({ spleenCm, basophilsPct }: KnownInputs<EutosInput>): number {
  const logit = -2.1007 + 0.07 * basophilsPct + 0.0402 * spleenCm;
  return 1 / (1 + Math.exp(-logit));
}
