import { type Assessment, type CalendarDate, type CaseFacts, compareDates } from '../../domain';
import { allOf, type Criterion, measure, not, sign } from './criterion';

/** The findings that decide a complete haematological response; absent is not known. */
export interface BloodFindings {
  /** 10⁹/L. */
  readonly wbc?: number | undefined;
  /** 10⁹/L. */
  readonly platelets?: number | undefined;
  readonly immatureGranulocytes?: boolean | undefined;
  /** % of the differential. */
  readonly basophilsPct?: number | undefined;
  /** Below the costal margin, by palpation. */
  readonly spleenCm?: number | undefined;
}

const whiteCells = measure<BloodFindings>('white blood cells', '10⁹/L', ({ wbc }) => wbc);
const platelets = measure<BloodFindings>('platelets', '10⁹/L', (findings) => findings.platelets);
const basophils = measure<BloodFindings>('basophils', '%', ({ basophilsPct }) => basophilsPct);
const spleen = measure<BloodFindings>('spleen below the costal margin', 'cm', ({ spleenCm }) => spleenCm);
const immature = sign<BloodFindings>('immature granulocytes in the differential', ({ immatureGranulocytes }) => immatureGranulocytes);

/** Complete haematological response: all of these (Baccarani et al., Blood 2006;108:1809; unchanged in later editions). */
export const completeHematologicResponseCriterion: Criterion<BloodFindings> = allOf(
  whiteCells.below(10),
  platelets.below(450),
  not('no immature granulocytes in the differential', immature),
  basophils.below(5),
  spleen.is(0),
);

/**
 * Whether an assessment shows a complete haematological response: as documented; where that is not, the counts can rule it
 * out (one violated part is enough) but never show it, for want of the differential and the spleen.
 */
export function hasCompleteHematologicResponse(assessment: Assessment): boolean | undefined {
  return assessment.completeHematologicResponse ?? completeHematologicResponseCriterion.holds(assessment);
}

/**
 * Whether there is any haematological response, seen from the white cells before imatinib. A complete response is one. No
 * response is stable disease or progression: not complete, and white cells not below those before imatinib. Anything
 * between stays unknown, since the editions give no limit (project convention on Baccarani et al., Blood 2006;108:1809).
 *
 * @param wbcBefore 10⁹/L, the last count before imatinib
 */
export function hasHematologicResponse(assessment: Assessment, wbcBefore: number | undefined): boolean | undefined {
  const complete = hasCompleteHematologicResponse(assessment);
  if (complete !== false) return complete;
  if (wbcBefore === undefined || assessment.wbc === undefined) return undefined;
  return assessment.wbc >= wbcBefore ? false : undefined;
}

/** White cells, 10⁹/L, last counted on or before a day: by an assessment, else at diagnosis. */
export function wbcBefore({ diagnosis, assessments }: CaseFacts, day: CalendarDate): number | undefined {
  const counted = assessments.filter(({ assessedOn, wbc }) => assessedOn <= day && wbc !== undefined);
  return counted.toSorted((one, other) => compareDates(one.assessedOn, other.assessedOn)).at(-1)?.wbc ?? diagnosis?.wbc;
}
