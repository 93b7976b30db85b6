import { type Assessment, addMonths, type CalendarDate, type CaseFacts } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';

/** An assessment that measured BCR::ABL1 and nothing else. */
type MeasuredAlone = { readonly [F in keyof Omit<Assessment, 'patientCode'>]?: Assessment[F] | undefined };

interface RemissionChanges {
  readonly diedOn?: '2015-06-01';
  readonly recordStatus?: CaseFacts['recordStatus'];
  /** BCR::ABL1, % IS, monthly from one month after the stop on. */
  readonly afterStop?: readonly number[];
  /** BCR::ABL1, % IS, before imatinib and at month 3. */
  readonly early?: readonly [baseline: number, atMonth3: number];
}

/** The day on which imatinib is stopped: eight years after its start, three and a half after MR4 was reached. */
export const STOPPED_ON = '2014-02-01';

/** A case in chronic phase that stopped imatinib in a deep molecular response. */
export function remissionCase(patientCode: string, { diedOn, recordStatus, afterStop = [], early }: RemissionChanges = {}): CaseFacts {
  const measured = (assessedOn: CalendarDate, bcrAbl1IsPct: number): MeasuredAlone => ({
    assessedOn,
    bcrAbl1IsPct,
    abl1Copies: 50_000,
    phase: undefined,
    completeHematologicResponse: undefined,
    wbc: undefined,
    platelets: undefined,
    blastsPct: undefined,
    metaphasesExamined: undefined,
    metaphasesPhPositive: undefined,
  });
  const [baseline, atMonth3] = early ?? [];
  return caseFacts({
    patient: {
      patientCode,
      centerCode: patientCode.slice(0, 6),
      // no two of them are the same person
      birthMonth: `${1940 + Number(patientCode.slice(-2))}-06`,
      lastContactOn: '2026-06-15',
      ...(diedOn && { vitalStatus: 'DEAD' as const, diedOn, deathCause: 'OTHER' as const, lastContactOn: diedOn }),
    },
    ...(recordStatus && { recordStatus }),
    diagnosis: { diagnosedOn: '2005-12-10' },
    treatments: [{ drug: 'IMATINIB', startedOn: '2006-01-10', stoppedOn: STOPPED_ON, stopReason: 'TREATMENT_FREE_REMISSION' }],
    doses: [],
    assessments: [
      ...(baseline === undefined ? [] : [measured('2006-01-05', baseline)]),
      ...(atMonth3 === undefined ? [] : [measured('2006-04-10', atMonth3)]),
      ...(['2010-08-01', '2011-08-01', '2012-08-01', '2013-08-01', '2014-01-15'] as const).map((on) => measured(on, 0.005)),
      ...afterStop.map((isPct, index) => measured(addMonths(STOPPED_ON, index + 1), isPct)),
    ],
    mutations: [],
    adverseEvents: [],
    failure: undefined,
  });
}
