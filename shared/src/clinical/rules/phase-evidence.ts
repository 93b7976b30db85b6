import { type Phase, phases, type RecordReference } from '../../domain';
import { classifyPhase, phaseTables } from '../criteria/phases';
import { recordReference } from '../record-reference';
import { type CaseRule, type Discrepancy, defineCaseRule } from './case-rule';

interface CountedPhase {
  readonly phase?: Phase;
  readonly blastsPct?: number;
  readonly basophilsPct?: number;
}

/** The counts speak against a phase when they make a more advanced one; a less advanced one they cannot show. */
function contradictedPhase({ phase, blastsPct, basophilsPct }: CountedPhase, at: RecordReference): readonly Discrepancy[] {
  const counted = classifyPhase(phaseTables.ELN, { blastsPct, basophilsPct }).phase;
  if (!phase || !counted || phases.indexOf(counted) <= phases.indexOf(phase)) return [];
  const counts = [blastsPct !== undefined && `blasts_pct ${blastsPct}`, basophilsPct !== undefined && `basophils_pct ${basophilsPct}`];
  return [
    { at, message: `phase is ${phase}, but ${counts.filter(Boolean).join(', ')} make it ${counted}; correct the phase or the count.` },
  ];
}

export const phaseFitsCountsRule: CaseRule = defineCaseRule({
  id: 'PHASE_CONTRADICTED_BY_COUNTS',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['diagnosis.phase', 'diagnosis.blastsPct', 'diagnosis.basophilsPct', 'assessment.phase', 'assessment.blastsPct'],
  reason:
    'Blasts of 15 % or basophils of 20 % make the accelerated phase, blasts of 30 % the blast phase (Baccarani et al., Blood 2013;122:872).',
  discrepancies: ({ diagnosis, assessments }) => [
    ...(diagnosis ? contradictedPhase(diagnosis, recordReference('diagnosis', diagnosis, 'phase')) : []),
    ...assessments.flatMap((assessment) => contradictedPhase(assessment, recordReference('assessment', assessment, 'phase'))),
  ],
});

/** A sum of rounded percentages may be this much over 100. */
const ROUNDING = 1;

export const differentialSumRule: CaseRule = defineCaseRule({
  id: 'DIFFERENTIAL_EXCEEDS_100',
  severity: 'SOFT',
  fields: ['diagnosis.blastsPct', 'diagnosis.basophilsPct', 'diagnosis.eosinophilsPct'],
  reason: 'Blasts, basophils and eosinophils are parts of one differential count.',
  discrepancies: ({ diagnosis }) => {
    if (!diagnosis) return [];
    const { blastsPct = 0, basophilsPct = 0, eosinophilsPct = 0 } = diagnosis;
    const sum = blastsPct + basophilsPct + eosinophilsPct;
    if (sum <= 100 + ROUNDING) return [];
    const message = `blasts_pct, basophils_pct and eosinophils_pct add up to ${sum}; parts of one differential count make 100 at most.`;
    return [{ at: recordReference('diagnosis', diagnosis, 'blastsPct'), message }];
  },
});
