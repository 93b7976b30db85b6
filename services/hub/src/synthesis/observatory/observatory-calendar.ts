import type { CalendarDate } from '@registry-hub/shared/domain';

/** Between which days the made-up cases of the observatory lie, and from when on what was done. */
export const observatoryCalendar = {
  firstDiagnosis: '2002-01-07',
  lastDiagnosis: '2019-12-20',
  /** Nilotinib and dasatinib both authorised in the European Union as second line, and as first. */
  secondLineChoiceFrom: '2007-12-01',
  firstLineChoiceFrom: '2011-01-03',
  /** Bosutinib authorised in the European Union. */
  bosutinibFrom: '2013-04-01',
  /** The first trial of stopping was published (Mahon et al., Lancet Oncol 2010;11:1029). */
  remissionAttemptsFrom: '2011-01-03',
  /** No record is younger. */
  closedOn: '2024-06-28',
} as const satisfies Record<string, CalendarDate>;
