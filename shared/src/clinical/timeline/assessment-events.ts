import type { Assessment, CaseFacts, Phase } from '../../domain';
import { type CytogeneticResponse, cytogeneticResponseOf, evaluableMetaphases, phPositivePct } from '../criteria/cytogenetic-response';
import { type MolecularResponse, molecularResponseOf } from '../criteria/molecular-response';
import { classifyPhase, phaseTables } from '../criteria/phases';
import { recordReference } from '../record-reference';
import { inWords, sentence } from './plain-words';
import type { CourseEvent } from './timeline-event';

const phaseName = (phase: Phase): string => `${inWords(phase)} phase`;

const cytogeneticNames: Readonly<Record<CytogeneticResponse, string>> = {
  COMPLETE: 'complete cytogenetic response',
  PARTIAL: 'partial cytogenetic response',
  MINOR: 'minor cytogenetic response',
  MINIMAL: 'minimal cytogenetic response',
  NONE: 'no cytogenetic response',
};

/** Levels as they are written; what is above MR2 needs no word. */
const molecularNames: Readonly<Partial<Record<MolecularResponse, string>>> = { MMR: 'MMR', MR4: 'MR4', MR4_5: 'MR4.5', MR5: 'MR5' };

/**
 * Every assessment with what it shows, and every change of phase.
 *
 * @param assessments in date order, as far as they can be read on the International Scale
 */
export function assessmentEvents(facts: CaseFacts, assessments: readonly Assessment[]): readonly CourseEvent[] {
  return [...assessments.map(assessed), ...phaseChanges(facts, assessments)];
}

function assessed(assessment: Assessment): CourseEvent {
  const shown = [
    assessment.phase && phaseName(assessment.phase),
    hematologic(assessment),
    counts(assessment),
    cytogenetic(assessment),
    molecular(assessment),
  ].filter((part) => part !== undefined);
  return {
    kind: 'ASSESSMENT',
    on: assessment.assessedOn,
    meaning: shown.length === 0 ? 'Assessed; no result is documented.' : sentence(shown, '; '),
    record: recordReference('assessment', assessment),
  };
}

function hematologic({ completeHematologicResponse }: Assessment): string | undefined {
  if (completeHematologicResponse === undefined) return undefined;
  return `${completeHematologicResponse ? '' : 'no '}complete haematological response`;
}

function counts({ wbc, platelets, blastsPct }: Assessment): string | undefined {
  const known = [
    wbc === undefined ? [] : `white blood cells ${wbc} 10⁹/L`,
    platelets === undefined ? [] : `platelets ${platelets} 10⁹/L`,
    blastsPct === undefined ? [] : `blasts ${blastsPct} %`,
  ].flat();
  return known.length === 0 ? undefined : known.join(', ');
}

function cytogenetic(assessment: Assessment): string | undefined {
  const { metaphasesExamined, metaphasesPhPositive } = assessment;
  if (metaphasesExamined === undefined || metaphasesPhPositive === undefined) return undefined;
  const pct = phPositivePct(assessment);
  const meaning = pct === undefined ? `not evaluable with fewer than ${evaluableMetaphases}` : cytogeneticNames[cytogeneticResponseOf(pct)];
  return `${metaphasesPhPositive} of ${metaphasesExamined} metaphases Ph+, ${meaning}`;
}

function molecular({ bcrAbl1IsPct, abl1Copies }: Assessment): string | undefined {
  if (bcrAbl1IsPct === undefined) return undefined;
  const level = molecularNames[molecularResponseOf(bcrAbl1IsPct, abl1Copies)];
  return [`BCR::ABL1 ${bcrAbl1IsPct} % IS`, level ?? []].flat().join(', ');
}

function phaseChanges({ diagnosis }: CaseFacts, assessments: readonly Assessment[]): readonly CourseEvent[] {
  const changes: CourseEvent[] = [];
  let last = diagnosis?.phase;
  for (const assessment of assessments) {
    const phase = shownPhase(assessment);
    if (phase === undefined) continue;
    if (last !== undefined && phase !== last) {
      changes.push({
        kind: 'PHASE_CHANGED',
        on: assessment.assessedOn,
        meaning: sentence([`${phaseName(phase)} after ${phaseName(last)}`]),
        record: recordReference('assessment', assessment, assessment.phase ? 'phase' : 'blastsPct'),
      });
    }
    last = phase;
  }
  return changes;
}

/** The documented phase; where none is, an advanced one that the blasts show by the limits of the ELN. */
function shownPhase({ phase, blastsPct }: Assessment): Phase | undefined {
  if (phase) return phase;
  const classified = classifyPhase(phaseTables.ELN, { blastsPct }).phase;
  return classified === 'CHRONIC' ? undefined : classified;
}
