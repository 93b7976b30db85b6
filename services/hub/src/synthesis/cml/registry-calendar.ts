import type { CalendarDate } from '@registry-hub/shared/domain';

/** Between which days the made-up cases lie, and from when on a drug could be given. */
export const registryCalendar = {
  /** Earliest diagnosis; the registry spans 1995 to 2006. */
  firstDiagnosis: '1995-01-02',
  /** Imatinib outside first-in-man studies: phase 2 after interferon began in December 1999 (Kantarjian, N Engl J Med 2002). */
  imatinibStudiesFrom: '1999-12-01',
  /** Marketing authorisation of imatinib in the European Union; before it, every line belongs to a study. */
  imatinibAuthorisedOn: '2001-11-07',
  /** First patients in studies of the next drugs (Talpaz and Kantarjian, N Engl J Med 2006); no case lives to see their authorisation. */
  dasatinibStudiesFrom: '2003-12-01',
  nilotinibStudiesFrom: '2004-06-01',
  centersOpenFrom: '2004-09-06',
  notificationsFrom: '2005-01-03',
  /** The last weekday up to 15 July 2006, when the published table was drawn up; no record is younger. */
  closedOn: '2006-07-14',
} as const satisfies Record<string, CalendarDate>;
