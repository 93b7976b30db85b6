import type { AdverseEvent, AdverseEventAction, CalendarDate } from '@registry-hub/shared/domain';
import { addDays, drawWeekday, latest } from '../calendar';
import type { RandomSource, Weighted } from '../random-source';
import type { FullSketch } from './case-sketch';

interface Toxicity {
  readonly term: string;
  /** Least CTCAE grade for which imatinib was given up: 2 for lasting discomfort, 3 for laboratory findings. */
  readonly leastGrade: 2 | 3;
}

/** Undesirable effects of imatinib as its product information names them; weights are plausible values set by the project. */
const severe: readonly Weighted<Toxicity>[] = [
  [{ term: 'Rash', leastGrade: 2 }, 18],
  [{ term: 'Fluid retention', leastGrade: 2 }, 15],
  [{ term: 'Thrombocytopenia', leastGrade: 3 }, 13],
  [{ term: 'Neutropenia', leastGrade: 3 }, 13],
  [{ term: 'Hepatic enzyme increased', leastGrade: 3 }, 12],
  [{ term: 'Muscle spasms', leastGrade: 2 }, 9],
  [{ term: 'Diarrhoea', leastGrade: 2 }, 7],
  [{ term: 'Vomiting', leastGrade: 2 }, 6],
  [{ term: 'Pleural effusion', leastGrade: 3 }, 4],
  [{ term: 'Anaemia', leastGrade: 3 }, 3],
];
const mild: readonly Weighted<string>[] = [
  ['Periorbital oedema', 22],
  ['Nausea', 18],
  ['Fatigue', 14],
  ['Arthralgia', 10],
  ['Myalgia', 9],
  ['Headache', 8],
  ['Dyspepsia', 8],
  ['Pruritus', 6],
  ['Weight increased', 5],
];
const mildActions: readonly Weighted<AdverseEventAction>[] = [
  ['NONE', 88],
  ['INTERRUPTED', 12],
];

const MILD_EVENT_PERCENT = 40;
const RESOLVED_PERCENT = 70;

/**
 * The adverse events under imatinib. A toxic failure has one that made it be discontinued for good, at most 60 days after
 * its onset; mild ones come in any course.
 */
export function adverseEvents({ patientCode, course, timeline, outcome }: FullSketch, random: RandomSource): readonly AdverseEvent[] {
  const events: AdverseEvent[] = [];
  const { imatinibStartedOn, failedOn } = timeline;
  const { lastContactOn } = outcome;
  if (course.toxic) {
    const { term, leastGrade } = random.weighted(severe);
    const onsetOn = drawWeekday(random, latest(addDays(imatinibStartedOn, 7), addDays(failedOn, -57)), addDays(failedOn, -5));
    const grade = random.chance(75) ? 3 : random.integer(leastGrade, leastGrade + 1);
    events.push({
      patientCode,
      term,
      grade,
      onsetOn,
      ...resolution(failedOn, lastContactOn, random),
      drug: 'IMATINIB',
      action: 'DISCONTINUED',
    });
  }
  if (random.chance(MILD_EVENT_PERCENT)) {
    const onsetOn = drawWeekday(random, addDays(imatinibStartedOn, 7), addDays(failedOn, -3));
    const grade = random.chance(70) ? 1 : 2;
    const action = random.weighted(mildActions);
    events.push({
      patientCode,
      term: random.weighted(mild),
      grade,
      onsetOn,
      ...resolution(onsetOn, lastContactOn, random),
      drug: 'IMATINIB',
      action,
    });
  }
  return events;
}

function resolution(from: CalendarDate, lastContactOn: CalendarDate, random: RandomSource): Pick<AdverseEvent, 'resolvedOn'> {
  const resolvedOn = addDays(from, random.integer(7, 75));
  return random.chance(RESOLVED_PERCENT) && resolvedOn <= lastContactOn ? { resolvedOn } : {};
}
