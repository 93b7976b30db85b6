import type { CaseFacts, Dose, TreatmentLine } from '../../domain';
import { recordReference } from '../record-reference';
import { drugName, inWords, sentence } from './plain-words';
import type { CourseEvent } from './timeline-event';
import { dosesOf, mgPerDayAt } from './treatment-at';

const milligrams = (mgPerDay: number): string => `${mgPerDay} mg a day`;

/** Every line of treatment: its start, its stop, and the changes of its dose. */
export function treatmentEvents(facts: CaseFacts): readonly CourseEvent[] {
  return facts.treatments.flatMap((line) => [started(facts, line), ...doseChanges(facts, line), ...stopped(line)]);
}

function started(facts: CaseFacts, line: TreatmentLine): CourseEvent {
  const { drug, startedOn, prospectiveStudy } = line;
  const mgPerDay = mgPerDayAt(facts, line, startedOn);
  return {
    kind: 'TREATMENT_STARTED',
    on: startedOn,
    meaning: sentence([
      `${drugName(drug)} started as line ${line.line}`,
      mgPerDay === undefined ? undefined : milligrams(mgPerDay),
      prospectiveStudy === undefined ? undefined : `in the study ${prospectiveStudy}`,
    ]),
    record: recordReference('treatment', line, 'startedOn'),
    line,
  };
}

function stopped(line: TreatmentLine): readonly CourseEvent[] {
  const { drug, stoppedOn, stopReason } = line;
  if (stoppedOn === undefined) return [];
  const reason = stopReason === undefined ? 'reason not documented' : `reason: ${inWords(stopReason)}`;
  return [
    {
      kind: 'TREATMENT_STOPPED',
      on: stoppedOn,
      meaning: sentence([`${drugName(drug)} stopped`, reason]),
      record: recordReference('treatment', line, 'stoppedOn'),
      line,
    },
  ];
}

/** The dose from the first day on belongs to the start; what follows is a change where it is another dose. */
function doseChanges(facts: CaseFacts, line: TreatmentLine): readonly CourseEvent[] {
  const doses = dosesOf(facts, line);
  return doses.flatMap((dose, index) => {
    const before = doses[index - 1];
    if (dose.fromOn <= line.startedOn || before?.mgPerDay === dose.mgPerDay) return [];
    return [
      {
        kind: 'DOSE_CHANGED' as const,
        on: dose.fromOn,
        meaning: sentence([changeOf(line, before, dose)]),
        record: recordReference('dose', dose, 'mgPerDay'),
        line,
      },
    ];
  });
}

function changeOf({ drug }: TreatmentLine, before: Dose | undefined, { mgPerDay }: Dose): string {
  if (!before) return `${drugName(drug)} ${milligrams(mgPerDay)}, the dose before is not documented`;
  const direction = mgPerDay > before.mgPerDay ? 'increased' : 'reduced';
  return `${drugName(drug)} ${direction} from ${before.mgPerDay} to ${milligrams(mgPerDay)}`;
}
