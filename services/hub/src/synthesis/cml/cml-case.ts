import type { CaseRecords } from '../cohort';
import { addDays } from '../calendar';
import type { Enrolment } from '../enrolment';
import type { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
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
  const diagnosis = diagnosisRecord(patientCode, profile, timeline, random);
  const mutations = kinaseMutations(patientCode, course, timeline, random);
  const decision = drawDecision(profile, course, timeline, mutations, random);
  const outcome = drawOutcome(profile, course, timeline, decision, random);
  const history = treatmentHistory(patientCode, profile, course, timeline, decision, outcome, random);
  return {
    patient: {
      patientCode,
      centerCode,
      sex: profile.sex,
      birthMonth: timeline.birthMonth,
      // given with the first imatinib, for documentation by the treating centre
      consentedOn: addDays(timeline.imatinibStartedOn, -random.integer(0, 4)),
      ...outcome,
    },
    diagnosis,
    treatments: history.lines,
    doses: doses(patientCode, course, timeline, history, decision, outcome, random),
    assessments: [
      ...courseAssessments(patientCode, course, timeline, random),
      ...followUpAssessments(patientCode, course, timeline, decision, outcome, random),
    ],
    mutations,
    adverseEvents: adverseEvents(patientCode, course, timeline, outcome.lastContactOn, random),
    failure: {
      patientCode,
      notifiedOn: timeline.notifiedOn,
      failedOn: timeline.failedOn,
      reportedSubcategory: profile.failure,
      decision,
    },
  };
}
