import type { CaseFacts, FailureSubcategory, RecordReference } from '../../domain';
import { readOnInternationalScale } from '../criteria';
import { type FailureCode, failureCodes, failurePrecedence, protocolRows } from './failure-criteria';
import { type FailureProtocol, imatinibFailureProtocol } from './failure-protocol';
import { failureWindow } from './failure-window';
import { lossesOfResponse } from './loss-of-response';
import type { MetCriterion } from './met-criterion';
import { discontinuationForToxicity } from './toxicity';
import { resistanceMutations, unsatisfactoryResponses } from './unsatisfactory-response';

/** What the documented evidence says of an imatinib failure. */
export interface DerivedFailure {
  readonly subcategory: FailureSubcategory;
  /** The records that made it so. */
  readonly evidence: readonly RecordReference[];
  /** Every criterion met, that of the subcategory included. */
  readonly contributing: readonly MetCriterion[];
  /** Whether toxicity ended imatinib as well, where the subcategory is a loss of response and does not say so. */
  readonly toxicityContributory: boolean;
}

function firstOf(codes: readonly FailureCode[], met: readonly MetCriterion[]): MetCriterion | undefined {
  return codes.map((code) => met.find((criterion) => criterion.code === code)).find((criterion) => criterion !== undefined);
}

/**
 * The subcategory of a notified imatinib failure by the evidence, whatever was reported; undefined when nothing qualifies,
 * no failure was notified or no imatinib is documented.
 *
 * Evidence is what was documented from the start of the first imatinib to failed_on, months being calendar months from that
 * start. Of several criteria met, loss of response comes before toxicity, toxicity before an unsatisfactory response alone,
 * and within a group the order of {@link failurePrecedence} decides (project convention; the leaves are those of Blood
 * 2006;108(11), abstract 4764). An unsatisfactory response needs that the response was never documented in that time, a loss
 * of response that it was: so a rise of Ph+ metaphases is a progression only after a major cytogenetic response.
 */
export function deriveFailureSubcategory(
  facts: CaseFacts,
  protocol: FailureProtocol = imatinibFailureProtocol,
): DerivedFailure | undefined {
  const documented = failureWindow(facts);
  if (!documented) return undefined;
  const window = { ...documented, assessments: readOnInternationalScale(documented.assessments, facts.diagnosis?.transcript) };
  const rows = protocolRows(protocol);
  const losses = lossesOfResponse(window, rows.lossOfMajorMolecularResponse);
  const toxicity = discontinuationForToxicity(facts, window);
  const unsatisfactory = [...unsatisfactoryResponses(facts, window, rows.unsatisfactory), ...resistanceMutations(window, rows.mutations)];
  const contributing = [...losses, ...(toxicity ? [toxicity] : []), ...unsatisfactory];

  const loss = firstOf(failurePrecedence.lossOfResponse, losses);
  if (loss) {
    return { subcategory: failureCodes[loss.code], evidence: loss.evidence, contributing, toxicityContributory: toxicity !== undefined };
  }
  const missing = firstOf(failurePrecedence.unsatisfactoryResponse, unsatisfactory);
  const code = toxicity && missing ? 'D' : (toxicity ?? missing)?.code;
  if (code === undefined) return undefined;
  const evidence = [...(toxicity?.evidence ?? []), ...(missing?.evidence ?? [])];
  return { subcategory: failureCodes[code], evidence, contributing, toxicityContributory: false };
}
