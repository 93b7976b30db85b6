import { type CalendarDate, type CaseFacts, type Phase, phases } from '../../domain';

interface PhaseStatement {
  readonly on: CalendarDate;
  readonly phase: Phase;
}

/** Of two statements the later one; of one day's, the more advanced phase. */
function later(one: PhaseStatement, other: PhaseStatement): PhaseStatement {
  if (one.on !== other.on) return one.on > other.on ? one : other;
  return phases.indexOf(one.phase) > phases.indexOf(other.phase) ? one : other;
}

/**
 * The phase of the disease on a date, as last documented on or before it: by the diagnosis or by an assessment. A phase
 * holds until another one is documented (project convention); with none documented by that date it is not known.
 */
export function documentedPhase({ diagnosis, assessments }: CaseFacts, on: CalendarDate): Phase | undefined {
  const statements: PhaseStatement[] = [];
  if (diagnosis?.phase) statements.push({ on: diagnosis.diagnosedOn, phase: diagnosis.phase });
  for (const { assessedOn, phase } of assessments) if (phase) statements.push({ on: assessedOn, phase });
  return statements
    .filter((statement) => statement.on <= on)
    .reduce<PhaseStatement | undefined>((last, statement) => (last ? later(last, statement) : statement), undefined)?.phase;
}
