import type { RiskGroup } from '../../domain';
import type { KnownInputs, RiskScoreDefinition } from './risk-score';

type SokalInput = 'ageYears' | 'spleenCm' | 'platelets' | 'blastsPct';

/** Least difference from a limit that counts: the limits 0.8 and 1.2 belong to the intermediate group (project convention). */
const TOLERANCE = 1e-9;

/** Relative risk of death, of a patient treated by chemotherapy (Sokal et al., Blood 1984;63:789). */
function sokalValue({ ageYears, spleenCm, platelets, blastsPct }: KnownInputs<SokalInput>): number {
  return Math.exp(
    0.0116 * (ageYears - 43.4) + 0.0345 * (spleenCm - 7.51) + 0.188 * ((platelets / 700) ** 2 - 0.563) + 0.0887 * (blastsPct - 2.1),
  );
}

function sokalGroup(value: number): RiskGroup {
  if (value < 0.8 - TOLERANCE) return 'LOW';
  return value > 1.2 + TOLERANCE ? 'HIGH' : 'INTERMEDIATE';
}

/** Low < 0.8, intermediate 0.8-1.2, high > 1.2. */
export const sokalScore: RiskScoreDefinition<SokalInput> = {
  name: 'SOKAL',
  citation: { authors: 'Sokal et al.', journal: 'Blood', year: 1984, locator: '63:789' },
  inputs: ['ageYears', 'spleenCm', 'platelets', 'blastsPct'],
  value: sokalValue,
  group: sokalGroup,
};
