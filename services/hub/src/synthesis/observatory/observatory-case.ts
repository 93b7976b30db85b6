import {
  type AdverseEvent,
  type Assessment,
  addMonths,
  type CalendarDate,
  type Dose,
  type Drug,
  type Patient,
  type TreatmentLine,
} from '@registry-hub/shared/domain';
import { addDays, drawWeekday } from '../calendar';
import { assessmentRecord, diagnosisRecord, drawAge, untreatedState } from '../cml';
import type { CaseRecords } from '../cohort';
import { birthMonthFor } from '../demography';
import type { Enrolment } from '../enrolment';
import type { RandomSource } from '../random-source';
import { drawSegments } from './draw-segments';
import { observatoryCalendar } from './observatory-calendar';
import { stateAtLevel } from './response-level';
import { followedSegments, type TreatmentSegment, visitDay } from './treatment-segment';

const { firstDiagnosis, lastDiagnosis, closedOn } = observatoryCalendar;
/** mg a day of chronic-phase CML, as approved. */
const dosesOfDrugs: { readonly [D in Drug]?: number } = { IMATINIB: 400, DASATINIB: 100, NILOTINIB: 600, BOSUTINIB: 400 };
const toxicities = ['Rash', 'Pleural effusion', 'Hepatic enzyme increased', 'Muscle spasms', 'Fluid retention'].map(
  (term) => [term, 1] as const,
);

/**
 * A made-up patient with chronic myeloid leukaemia from the first inhibitor on: responses, switches, discontinuations, treatment-free
 * remission, its loss and the restart, each documented as a centre would.
 */
export function observatoryCase({ patientCode, centerCode }: Enrolment, random: RandomSource): CaseRecords {
  const sex = random.chance(56) ? 'M' : 'F';
  const ageAtDiagnosis = drawAge(random);
  const diagnosedOn = drawWeekday(random, firstDiagnosis, lastDiagnosis);
  const startedOn = drawWeekday(random, addDays(diagnosedOn, 4), addDays(diagnosedOn, 50));
  const outcome = drawOutcome(diagnosedOn, ageAtDiagnosis, random);
  const drawn = drawSegments({ sex, ageAtDiagnosis, startedOn }, random);
  const segments = followedSegments(drawn, outcome.lastContactOn, outcome.diedOn);
  const treatments = linesOf(patientCode, segments);
  return {
    patient: {
      patientCode,
      centerCode,
      sex,
      birthMonth: birthMonthFor(ageAtDiagnosis, diagnosedOn, random.integer(0, 11)),
      consentedOn: addDays(startedOn, -random.integer(0, 3)),
      ...outcome,
    },
    diagnosis: diagnosisRecord({ patientCode, profile: { sex }, timeline: { diagnosedOn } }, random),
    treatments,
    doses: treatments.flatMap(doseOf),
    assessments: [
      assessmentRecord(patientCode, addDays(startedOn, -1), untreatedState, { cytogenetics: true, molecular: false }, random),
      ...segments.flatMap((segment) => assessmentsOf(patientCode, segment, outcome.lastContactOn, random)),
    ],
    mutations: [],
    adverseEvents: treatments.flatMap((line) => toxicityOf(line, random)),
  };
}

type Outcome = Pick<Patient, 'vitalStatus' | 'diedOn' | 'deathCause'> & { readonly lastContactOn: CalendarDate };

/** Death at any age, more often in the old; else a last contact in the year before the registry closes. */
function drawOutcome(diagnosedOn: CalendarDate, age: number, random: RandomSource): Outcome {
  const diesOn = addDays(addMonths(diagnosedOn, random.integer(4, age >= 60 ? 420 : 1400)), random.integer(1, 27));
  if (diesOn <= closedOn) {
    const deathCause = random.chance(22) ? 'CML' : 'OTHER';
    return { vitalStatus: 'DEAD', lastContactOn: diesOn, diedOn: diesOn, deathCause };
  }
  return { vitalStatus: 'ALIVE', lastContactOn: addDays(closedOn, -random.integer(0, 330)) };
}

function linesOf(patientCode: string, segments: readonly TreatmentSegment[]): readonly TreatmentLine[] {
  return segments
    .flatMap(({ drug, from, to, stopReason }) =>
      drug === undefined
        ? []
        : [{ drug, startedOn: from, ...(to !== undefined && { stoppedOn: to }), ...(stopReason !== undefined && { stopReason }) }],
    )
    .map((line, index) => ({ patientCode, line: index + 1, ...line }));
}

function doseOf({ patientCode, line, drug, startedOn }: TreatmentLine): readonly Dose[] {
  const mgPerDay = dosesOfDrugs[drug];
  return mgPerDay === undefined ? [] : [{ patientCode, line, fromOn: startedOn, mgPerDay }];
}

/** The visits of a segment, the day of its end not among them; banding in the first year alone. */
function assessmentsOf(patientCode: string, segment: TreatmentSegment, until: CalendarDate, random: RandomSource): readonly Assessment[] {
  const { from, to = until, drug, visitMonths, levelAt } = segment;
  return visitMonths
    .map((month) => ({ month, on: visitDay(from, month) }))
    .filter(({ on }) => on < to && on <= until)
    .map(({ month, on }) => {
      const tests = { cytogenetics: drug !== undefined && month <= 12, molecular: true };
      return assessmentRecord(patientCode, on, stateAtLevel(levelAt(month)), tests, random);
    });
}

/** What a line was given up for. */
function toxicityOf({ patientCode, drug, startedOn, stoppedOn, stopReason }: TreatmentLine, random: RandomSource): readonly AdverseEvent[] {
  if (stopReason !== 'INTOLERANCE' || stoppedOn === undefined) return [];
  const onsetOn = drawWeekday(random, addDays(startedOn, 7), addDays(stoppedOn, -5));
  return [{ patientCode, term: random.weighted(toxicities), grade: 3, onsetOn, drug, action: 'DISCONTINUED' }];
}
