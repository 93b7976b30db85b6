import type { RiskGroup } from '../../domain';
import type { KnownInputs, RiskScoreDefinition, ScoreInput } from './risk-score';
import { roundTo } from './round-to';

const indicator = (condition: boolean): number => (condition ? 1 : 0);

/**
 * The Euro score (Hasford et al., J Natl Cancer Inst 1998;90:850). Age, basophils and platelets come in as 0 or 1, not as
 * their values.
 */
function hasfordValue({ ageYears, spleenCm, platelets, blastsPct, eosinophilsPct, basophilsPct }: KnownInputs<ScoreInput>): number {
  return (
    1000 *
    (0.6666 * indicator(ageYears >= 50) +
      0.042 * spleenCm +
      0.0584 * blastsPct +
      0.0413 * eosinophilsPct +
      0.2039 * indicator(basophilsPct >= 3) +
      1.0956 * indicator(platelets >= 1500))
  );
}

function hasfordGroup(value: number): RiskGroup {
  const rounded = roundTo(1, value);
  if (rounded <= 780) return 'LOW';
  return rounded <= 1480 ? 'INTERMEDIATE' : 'HIGH';
}

/** Low ≤ 780, intermediate ≤ 1480, high above; compared after rounding to one decimal (project convention). */
export const hasfordScore: RiskScoreDefinition<ScoreInput> = {
  name: 'HASFORD',
  citation: { authors: 'Hasford et al.', journal: 'J Natl Cancer Inst', year: 1998, locator: '90:850' },
  inputs: ['ageYears', 'spleenCm', 'platelets', 'blastsPct', 'eosinophilsPct', 'basophilsPct'],
  value: hasfordValue,
  group: hasfordGroup,
};
