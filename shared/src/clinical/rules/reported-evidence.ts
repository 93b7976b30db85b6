import type { Assessment, CaseFacts, FailureSubcategory } from '../../domain';
import { cytogeneticResponseLimits, isMajorCytogeneticResponse, phPositivePct } from '../criteria/cytogenetic-response';
import { majorMolecularResponseIsPct } from '../criteria/molecular-response';
import { failureWindow } from '../failure/failure-window';
import { discontinuationForToxicity } from '../failure/toxicity';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

const assessmentsUntilFailure = (facts: CaseFacts): readonly Assessment[] => failureWindow(facts)?.assessments ?? [];

interface DocumentedResponse {
  readonly name: string;
  readonly shows: (assessment: Assessment) => boolean;
}

const phPositiveAtMost = (limit: number) => (assessment: Assessment) => (phPositivePct(assessment) ?? Number.POSITIVE_INFINITY) <= limit;

const complete: DocumentedResponse = {
  name: 'a complete haematologic response',
  shows: ({ completeHematologicResponse }) => completeHematologicResponse === true,
};
const anyCytogenetic: DocumentedResponse = {
  name: 'a cytogenetic response',
  shows: phPositiveAtMost(cytogeneticResponseLimits.MINIMAL),
};
const majorCytogenetic: DocumentedResponse = {
  name: 'a major cytogenetic response',
  shows: (assessment) => isMajorCytogeneticResponse(phPositivePct(assessment) ?? Number.POSITIVE_INFINITY),
};
const completeCytogenetic: DocumentedResponse = {
  name: 'a complete cytogenetic response',
  shows: phPositiveAtMost(cytogeneticResponseLimits.COMPLETE),
};
const majorMolecular: DocumentedResponse = {
  name: 'a major molecular response',
  shows: ({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined && bcrAbl1IsPct <= majorMolecularResponseIsPct,
};

type ResponseOf = Readonly<Partial<Record<FailureSubcategory, DocumentedResponse>>>;

/** The response that must have been there for its loss to be reported. */
const lostResponses: ResponseOf = {
  HEMATOLOGIC_RELAPSE: complete,
  CYTOGENETIC_RELAPSE_OR_PROGRESSION: majorCytogenetic,
  LOSS_OF_MAJOR_MOLECULAR_RESPONSE: majorMolecular,
};

/** The response that must not have been there for its absence to be reported. */
const absentResponses: ResponseOf = {
  NO_COMPLETE_HEMATOLOGIC_RESPONSE: complete,
  NO_CYTOGENETIC_RESPONSE: anyCytogenetic,
  NO_MAJOR_CYTOGENETIC_RESPONSE: majorCytogenetic,
  NO_COMPLETE_CYTOGENETIC_RESPONSE: completeCytogenetic,
  NO_MOLECULAR_RESPONSE: majorMolecular,
};

export const lossHasResponseRule: CaseRule = defineCaseRule({
  id: 'LOSS_WITHOUT_EARLIER_RESPONSE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'assessment.assessedOn'],
  reason: 'Only a response that was there can be lost.',
  discrepancies: (facts) => {
    const { failure } = facts;
    const lost = failure && lostResponses[failure.reportedSubcategory];
    if (!failure || !lost) return [];
    const earlier = assessmentsUntilFailure(facts).filter(({ assessedOn }) => assessedOn < failure.failedOn);
    if (earlier.some(lost.shows)) return [];
    const message = `reported_subcategory is ${failure.reportedSubcategory}, but no assessment on imatinib before ${failure.failedOn} shows ${lost.name}; add it, or correct the subcategory.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});

export const absenceHoldsRule: CaseRule = defineCaseRule({
  id: 'ABSENT_RESPONSE_DOCUMENTED',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'assessment.assessedOn'],
  reason: 'A response that was there did not fail to appear: the failure is its loss, or another one.',
  discrepancies: (facts) => {
    const { failure } = facts;
    const absent = failure && absentResponses[failure.reportedSubcategory];
    const shown = absent && assessmentsUntilFailure(facts).find(absent.shows);
    if (!failure || !shown) return [];
    const message = `reported_subcategory is ${failure.reportedSubcategory}, but the assessment of ${shown.assessedOn} shows ${absent.name}; correct whichever is wrong.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});

export const progressionHasEvidenceRule: CaseRule = defineCaseRule({
  id: 'PROGRESSION_WITHOUT_EVIDENCE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'assessment.phase'],
  reason: 'Progression to advanced phase shows as an assessment in accelerated or blast phase.',
  discrepancies: (facts) => {
    const { failure } = facts;
    if (failure?.reportedSubcategory !== 'PROGRESSION_TO_ADVANCED_PHASE') return [];
    if (assessmentsUntilFailure(facts).some(({ phase }) => phase === 'ACCELERATED' || phase === 'BLAST')) return [];
    const message = `reported_subcategory is PROGRESSION_TO_ADVANCED_PHASE, but no assessment on imatinib up to ${failure.failedOn} is in accelerated or blast phase; add it, or correct the subcategory.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});

export const toxicityHasEvidenceRule: CaseRule = defineCaseRule({
  id: 'TOXICITY_WITHOUT_EVIDENCE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'treatment.stoppedOn', 'adverseEvent.onsetOn', 'adverseEvent.action', 'adverseEvent.drug'],
  reason: 'Failure by toxicity is an adverse event for which imatinib was stopped (Blood 2006;108(11), abstract 4764).',
  discrepancies: (facts) => {
    const { failure } = facts;
    const subcategory = failure?.reportedSubcategory;
    if (!failure || (subcategory !== 'TOXICITY' && subcategory !== 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE')) return [];
    const window = failureWindow(facts);
    if (window && discontinuationForToxicity(facts, window)) return [];
    const message = `reported_subcategory is ${subcategory}, but imatinib was not stopped for an adverse event with action DISCONTINUED up to ${failure.failedOn}; add the event or the stop, or correct the subcategory.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});
