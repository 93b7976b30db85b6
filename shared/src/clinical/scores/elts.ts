import type { RiskGroup } from '../../domain';
import type { KnownInputs, RiskScoreDefinition } from './risk-score';
import { roundTo } from './round-to';

type EltsInput = 'ageYears' | 'spleenCm' | 'platelets' | 'blastsPct';

/** EUTOS long-term survival score (Pfirrmann et al., Leukemia 2016;30:48); undefined at 0 platelets. */
function eltsValue({ ageYears, spleenCm, platelets, blastsPct }: KnownInputs<EltsInput>): number {
  return 0.0025 * (ageYears / 10) ** 3 + 0.0615 * spleenCm + 0.1052 * blastsPct + 0.4104 * (platelets / 1000) ** -0.5;
}

function eltsGroup(value: number): RiskGroup {
  const rounded = roundTo(4, value);
  if (rounded <= 1.568) return 'LOW';
  return rounded <= 2.2185 ? 'INTERMEDIATE' : 'HIGH';
}

/** Low ≤ 1.5680, intermediate ≤ 2.2185, high above; compared after rounding to four decimals (project convention). */
export const eltsScore: RiskScoreDefinition<EltsInput> = {
  name: 'ELTS',
  citation: { authors: 'Pfirrmann et al.', journal: 'Leukemia', year: 2016, locator: '30:48' },
  inputs: ['ageYears', 'spleenCm', 'platelets', 'blastsPct'],
  value: eltsValue,
  group: eltsGroup,
};
