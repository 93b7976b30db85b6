import type { Assessment } from '../../domain';
import { phPositivePct } from '../criteria/cytogenetic-response';
import { completeHematologicResponseCriterion } from '../criteria/hematologic-response';
import { majorMolecularResponseIsPct } from '../criteria/molecular-response';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** The counts, or no counts, that an assessment documents, as in `wbc 12, platelets 300`. */
const countsText = ({ wbc, platelets }: Assessment): string =>
  [wbc !== undefined && `wbc ${wbc}`, platelets !== undefined && `platelets ${platelets}`].filter(Boolean).join(', ');

export const hematologicResponseRule: CaseRule = defineCaseRule({
  id: 'HEMATOLOGIC_RESPONSE_CONTRADICTED',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['assessment.completeHematologicResponse', 'assessment.wbc', 'assessment.platelets'],
  reason: 'A complete haematologic response needs WBC < 10 and platelets < 450 (10*9/L) (Baccarani et al., Blood 2006;108:1809).',
  discrepancies: ({ assessments }) =>
    assessments
      .filter(({ completeHematologicResponse }) => completeHematologicResponse === true)
      .filter(({ wbc, platelets }) => completeHematologicResponseCriterion.holds({ wbc, platelets }) === false)
      .map((assessment) => ({
        at: recordReference('assessment', assessment, 'completeHematologicResponse'),
        message: `complete_hematologic_response is true with ${countsText(assessment)}; the response needs wbc under 10 and platelets under 450.`,
      })),
});

/** BCR::ABL1 IS % above which a complete cytogenetic response, about 1 % IS, is a tenfold contradiction (project convention). */
const DISCORDANT_IS_PCT = 10;

function discordance(assessment: Assessment): string | undefined {
  const { bcrAbl1IsPct, metaphasesPhPositive } = assessment;
  const phPositive = phPositivePct(assessment);
  if (bcrAbl1IsPct === undefined || phPositive === undefined) return undefined;
  if (phPositive === 0 && bcrAbl1IsPct > DISCORDANT_IS_PCT) {
    return `bcr_abl1_is_pct is ${bcrAbl1IsPct} while no metaphase is Ph+; a complete cytogenetic response goes with ${DISCORDANT_IS_PCT} or less.`;
  }
  if (phPositive > 0 && bcrAbl1IsPct <= majorMolecularResponseIsPct) {
    return `bcr_abl1_is_pct is ${bcrAbl1IsPct} while metaphases_ph_positive is ${metaphasesPhPositive}; a major molecular response goes with 0.`;
  }
  return undefined;
}

export const discordantResponseRule: CaseRule = defineCaseRule({
  id: 'DISCORDANT_RESPONSE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['assessment.metaphasesExamined', 'assessment.metaphasesPhPositive', 'assessment.bcrAbl1IsPct'],
  reason: 'Cytogenetic and molecular response of one day measure the same disease and should not be a factor of ten apart.',
  discrepancies: ({ assessments }) =>
    assessments.flatMap((assessment) => {
      const message = discordance(assessment);
      return message === undefined ? [] : [{ at: recordReference('assessment', assessment, 'bcrAbl1IsPct'), message }];
    }),
});
