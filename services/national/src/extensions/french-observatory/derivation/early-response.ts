import { itemsInWindow, milestoneWindows, nearestToMilestone } from '@registry-hub/shared/clinical';
import { type CaseFacts, daysBetween } from '@registry-hub/shared/domain';
import { halvingTime } from './halving-time';
import { inhibitorLines } from './inhibitor-lines';
import { measuredAssessments } from './measured-response';

/**
 * BCR::ABL1, % IS, up to which the response at three months is early molecular response (Marin et al., J Clin Oncol 2012;30:232;
 * Hanfstein et al., Leukemia 2012;26:2096).
 */
const EARLY_MOLECULAR_RESPONSE_IS_PCT = 10;

/** Days: whose BCR::ABL1 takes as long or longer to halve does worse (Branford et al., Blood 2014;124:511). */
const HALVED_WITHIN_DAYS = 76;

const monthThree = milestoneWindows.find(({ month }) => month === 3);

/** What BCR::ABL1 shows about three months after the first tyrosine kinase inhibitor was begun. */
export interface EarlyResponse {
  /** % IS. */
  readonly bcrAbl1AtMonth3: number;
  readonly earlyMolecularResponse: boolean;
  /** Days, at most {@link LONGEST_HALVING_TIME}; absent without a value from before the treatment. */
  readonly halvingTime?: number;
  /** Whether BCR::ABL1 halves in fewer than 76 days. */
  readonly halvesWithin76Days?: boolean;
}

/** The early response of a case; undefined when BCR::ABL1 was not measured on the International Scale around month 3. */
export function earlyResponse(facts: CaseFacts): EarlyResponse | undefined {
  const [first] = inhibitorLines(facts);
  if (!first || !monthThree) return undefined;
  const { startedOn } = first;
  const measured = measuredAssessments(facts);
  const inWindow = itemsInWindow(monthThree, startedOn, measured, ({ assessedOn }) => assessedOn);
  const atMonth3 = nearestToMilestone(monthThree, startedOn, inWindow, ({ assessedOn }) => assessedOn);
  if (!atMonth3) return undefined;
  const { bcrAbl1IsPct } = atMonth3;
  const baseline = measured.findLast(({ assessedOn }) => assessedOn <= startedOn)?.bcrAbl1IsPct;
  const days = baseline && halvingTime(baseline, bcrAbl1IsPct, daysBetween(startedOn, atMonth3.assessedOn));
  return {
    bcrAbl1AtMonth3: bcrAbl1IsPct,
    earlyMolecularResponse: bcrAbl1IsPct <= EARLY_MOLECULAR_RESPONSE_IS_PCT,
    ...(days && { halvingTime: days, halvesWithin76Days: days < HALVED_WITHIN_DAYS }),
  };
}
