import { addDays } from '../calendar';
import type { CaseRecords } from '../cohort';
import type { Enrolment } from '../enrolment';
import type { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { CaseSketch, FullSketch } from './case-sketch';
import { courseAssessments } from './course-assessments';
import { drawDecision } from './decision';
import { diagnosisRecord } from './diagnosis-record';
import { doses } from './doses';
import { drawFailureCourse } from './failure-course';
import { followUpAssessments } from './follow-up';
import { kinaseMutations } from './kinase-mutations';
import { drawOutcome } from './outcome';
import { drawTimeline } from './timeline';
import { adverseEvents } from './toxicity';
import { treatmentHistory } from './treatments';

/**
 * A made-up patient with chronic myeloid leukaemia whom imatinib failed: every record from the diagnosis to the last
 * contact, such that the documented evidence shows the failure of the profile, and no other, by the criteria of Baccarani
 * (Blood 2006;108:1809).
 */
export function cmlCase({ patientCode, centerCode }: Enrolment, profile: CaseProfile, random: RandomSource): CaseRecords {
  const course = drawFailureCourse(profile.failure, random);
  const timeline = drawTimeline(profile, course, random);
  const untilFailure: CaseSketch = { patientCode, profile, course, timeline };
  const diagnosis = diagnosisRecord(untilFailure, random);
  const mutations = kinaseMutations(untilFailure, random);
  const decision = drawDecision(untilFailure, mutations, random);
  const outcome = drawOutcome(untilFailure, decision, random);
  const sketch: FullSketch = { ...untilFailure, decision, outcome };
  const history = treatmentHistory(sketch, random);
  const { birthMonth, imatinibStartedOn, failedOn, notifiedOn } = timeline;
  // given with the first imatinib, for documentation by the treating centre
  const consentedOn = addDays(imatinibStartedOn, -random.integer(0, 4));
  return {
    patient: { patientCode, centerCode, sex: profile.sex, birthMonth, consentedOn, ...outcome },
    diagnosis,
    treatments: history.lines,
    doses: doses(sketch, history, random),
    assessments: [...courseAssessments(sketch, random), ...followUpAssessments(sketch, random)],
    mutations,
    adverseEvents: adverseEvents(sketch, random),
    failure: { patientCode, notifiedOn, failedOn, reportedSubcategory: profile.failure, decision },
  };
}
