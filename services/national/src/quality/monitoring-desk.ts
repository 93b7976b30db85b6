import { type CalendarDate, calendarDateOf } from '@registry-hub/shared/domain';
import { badUserInput, HubError, type InputProblem } from '@registry-hub/shared/errors';
import { AuditTrail, type FieldValues } from '../audit';
import { readRemark } from '../intake';
import type { Desk } from '../recording';
import { CaseStore, type MonitoringVisit, MonitoringVisitStore, RegistryStateStore } from '../storage';

/** A visit as the monitor reports it. */
export type ReportedVisit = Omit<MonitoringVisit, 'recordedBy' | 'recordedAt'>;

/** Where visits to centres are recorded. */
export class MonitoringDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Records a visit, or corrects that of the same centre and day.
   *
   * @throws HubError NOT_FOUND of a centre; BAD_USER_INPUT with the arguments that can't be right
   */
  async record(visit: ReportedVisit): Promise<MonitoringVisit> {
    const { writer, caller, clock } = this.desk;
    const at = clock();
    const problems = problemsOf(visit, calendarDateOf(at));
    if (problems.length > 0) throw badUserInput(...problems);
    const recorded: MonitoringVisit = { ...visit, recordedBy: caller.subject, recordedAt: at };
    return writer.write(async (manager) => {
      if (!(await new CaseStore(manager).centers()).has(visit.centerCode)) throw new HubError('NOT_FOUND');
      const before = await new MonitoringVisitStore(manager).save(recorded);
      await new RegistryStateStore(manager).raiseRevision();
      const change = {
        kind: 'monitoringVisit' as const,
        key: [visit.centerCode, visit.visitedOn],
        ...(before && { before: reportedFields(before) }),
        after: reportedFields(recorded),
      };
      await new AuditTrail(manager).append([{ by: caller, at, action: 'MONITORING_VISIT', records: [change] }]);
      return recorded;
    });
  }
}

function problemsOf(visit: ReportedVisit, today: CalendarDate): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  if (visit.visitedOn > today) problems.push({ field: 'visitedOn', message: 'expected a day that is not in the future.' });
  for (const field of ['patientsChecked', 'recordsChecked', 'recordsVerified'] as const) {
    if (visit[field] < 0) problems.push({ field, message: 'expected 0 or more.' });
  }
  if (visit.recordsVerified > visit.recordsChecked) {
    problems.push({ field: 'recordsVerified', message: `expected at most recordsChecked, ${visit.recordsChecked}.` });
  }
  const fault = visit.remarks === undefined ? undefined : readRemark('remarks', visit.remarks).fault;
  if (fault) problems.push({ field: 'remarks', ...fault });
  return problems;
}

function reportedFields({ patientsChecked, recordsChecked, recordsVerified, remarks }: ReportedVisit): FieldValues {
  return { patientsChecked, recordsChecked, recordsVerified, ...(remarks !== undefined && { remarks }) };
}
