import { milestoneWindows } from '../../clinical';
import type { ElnEdition } from '../../domain';
import type { Measure } from '../measures';
import type { RecordedVariable } from '../variables';

/** Stands for "not known" in a column of codes, and in one of steps or days. */
export const NO_CODE = 0xffff;
/** Of a milestone: not reached. */
export const NO_CLASS = 0xff;
export const NO_STEPS = -1;
export const NO_DAY = -0x8000_0000;

/** Dates a question may need, as day numbers. */
export const dayColumns = [
  'diagnosedOn',
  'imatinibStartedOn',
  'failedOn',
  'notifiedOn',
  'lastContactOn',
  'diedOn',
  'diedOfCmlOn',
  'progressedAfterDiagnosisOn',
  'progressedAfterImatinibOn',
  'progressedAfterFailureOn',
  'completeCytogeneticResponseAfterDiagnosisOn',
  'completeCytogeneticResponseAfterImatinibOn',
  'completeCytogeneticResponseAfterFailureOn',
  'majorMolecularResponseAfterDiagnosisOn',
  'majorMolecularResponseAfterImatinibOn',
  'majorMolecularResponseAfterFailureOn',
  'tkiStartedOn',
  'progressedAfterTkiOn',
  'completeCytogeneticResponseAfterTkiOn',
  'majorMolecularResponseAfterTkiOn',
  'tkiDiscontinuedOn',
  'treatmentFreeRemissionStartedOn',
  'treatmentFreeRemissionLostOn',
  'treatmentFreeRemissionMonitoredUntil',
  'progressedAfterTreatmentFreeRemissionOn',
] as const;
export type DayColumn = (typeof dayColumns)[number];

/** Milestones of every edition, in calendar months since the start of imatinib. */
export const milestoneMonths: readonly number[] = milestoneWindows.map(({ month }) => month);

/** The values a patient has of a multi-valued variable: those of row r are `codes[starts[r]] ... codes[starts[r + 1] - 1]`. */
export interface MultiValuedColumn {
  readonly starts: Uint32Array;
  readonly codes: Uint16Array;
}

/** What a country's extensions derived, by the field of their rows. */
export interface DeclaredColumns {
  /** Index into the declared variable's values, or {@link NO_CODE}. */
  readonly codes: Readonly<Record<string, Uint16Array>>;
  /** Whole steps of the declared measure's scale, or {@link NO_STEPS}. */
  readonly steps: Readonly<Record<string, Float64Array>>;
  readonly days: Readonly<Record<string, Int32Array>>;
}

/** @throws RangeError when no extension declares it: these columns are of a registry that doesn't have it */
export function declaredColumn<C>(columns: Readonly<Record<string, C>>, field: string): C {
  const column = columns[field];
  if (column === undefined) throw new RangeError(`no extension declares ${field}`);
  return column;
}

/** Sub-registries that a row's bits have room for. */
export const MOST_REGISTRIES = 7;

/** Beside their bits: whether the patient is in this country's own figures only. */
export const OPTED_OUT = 1 << MOST_REGISTRIES;

/** Whose figures a question is about: those of one country have all its patients, the pooled ones leave out who objected to that. */
export type FigureScope = 'NATIONAL' | 'EUROPEAN';

/**
 * The narrow table of a registry's derived cases in memory, a typed array a column: what every partial is counted from.
 * Nothing in it tells who a row is but to who has the registry itself.
 */
export interface CaseColumns {
  readonly size: number;
  /** The sub-registries there are: the n-th has the n-th bit of a row's membership, from the lowest on. */
  readonly registries: readonly string[];
  /** The registry's own running number of each row's case, by which a case is the same in other columns. */
  readonly caseNumbers: Uint32Array;
  /** Sub-registries each row belongs to, and {@link OPTED_OUT}. */
  readonly membership: Uint8Array;
  /** Version of the clinical rules that derived each row; 0 where it waits to be derived anew. */
  readonly derivationVersions: Uint16Array;
  /** Index into the variable's values, or {@link NO_CODE}. */
  readonly codes: Readonly<Partial<Record<RecordedVariable, Uint16Array>>>;
  readonly multiValued: Readonly<Partial<Record<RecordedVariable, MultiValuedColumn>>>;
  /** Whole steps of the measure's scale, or {@link NO_STEPS}. */
  readonly steps: Readonly<Record<Measure, Float64Array>>;
  readonly days: Readonly<Record<DayColumn, Int32Array>>;
  /** By edition a column a milestone of {@link milestoneMonths}: index into the classes of response, or {@link NO_CLASS}. */
  readonly milestones: Readonly<Record<ElnEdition, readonly Uint8Array[]>>;
  readonly declared: DeclaredColumns;
}
