import type { Assessment } from '../../domain';
import {
  type MolecularResponse,
  type MolecularResponseLevel,
  molecularResponseLevels,
  scaledTranscripts,
} from '../criteria/molecular-response';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** What a measurement is taken to claim. MR5 is left out: the registry's figures do not tell it from MR4.5. */
const claimableResponses: readonly MolecularResponse[] = ['MR4_5', 'MR4'];

/** Undetectable BCR::ABL1 claims no depth of its own; with 10,000 copies it is MR4 (Cross et al., Leukemia 2015;29:999). */
function claimedLevel(isPct: number): MolecularResponseLevel | undefined {
  const claimable = molecularResponseLevels.filter(({ response }) => claimableResponses.includes(response));
  return isPct === 0 ? claimable.at(-1) : claimable.find((level) => isPct <= level.isPct);
}

function tooFewCopies({ bcrAbl1IsPct, abl1Copies }: Assessment): string | undefined {
  if (bcrAbl1IsPct === undefined || abl1Copies === undefined) return undefined;
  const claimed = claimedLevel(bcrAbl1IsPct);
  const minimum = claimed?.controlGeneMinimum?.ABL1;
  if (!claimed || minimum === undefined || abl1Copies >= minimum) return undefined;
  const name = claimed.response.replace('_', '.');
  return `abl1_copies is ${abl1Copies} with bcr_abl1_is_pct ${bcrAbl1IsPct}; ${name} needs ${minimum} copies or more.`;
}

export const deepResponseCopiesRule: CaseRule = defineCaseRule({
  id: 'TOO_FEW_ABL1_COPIES',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['assessment.bcrAbl1IsPct', 'assessment.abl1Copies'],
  reason: 'MR4 is scored with 10,000 ABL1 copies or more, MR4.5 with 32,000 (Cross et al., Leukemia 2015;29:999).',
  discrepancies: ({ assessments }) =>
    assessments.flatMap((assessment) => {
      const message = tooFewCopies(assessment);
      return message === undefined ? [] : [{ at: recordReference('assessment', assessment, 'abl1Copies'), message }];
    }),
});

export const measurableTranscriptRule: CaseRule = defineCaseRule({
  id: 'IS_VALUE_OF_ATYPICAL_TRANSCRIPT',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['diagnosis.transcript', 'assessment.bcrAbl1IsPct'],
  reason: 'The International Scale is defined for e13a2 and e14a2; e1a2, e19a2 and other transcripts have no value on it.',
  discrepancies: ({ diagnosis, assessments }) => {
    const transcript = diagnosis?.transcript;
    if (!diagnosis || transcript === undefined) return [];
    const isMeasurable = transcript.split('+').some((part) => scaledTranscripts.has(part.toLowerCase()));
    const measured = assessments.find(({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined);
    if (isMeasurable || !measured) return [];
    const message = `transcript is ${transcript}, which has no IS value, but bcr_abl1_is_pct is given on ${measured.assessedOn}; confirm the transcript or clear the value.`;
    return [{ at: recordReference('diagnosis', diagnosis, 'transcript'), message }];
  },
});
