import type { Severity } from '@registry-hub/shared/domain';

/** Which resource is meant, as it names itself. */
export interface ResourceName {
  readonly resourceType: string;
  readonly id?: string;
}

/** Where something is said: a resource, and the path of an element in it, as FHIRPath would have it. */
export interface FhirPlace extends Partial<ResourceName> {
  /** `Observation.component[1].valueQuantity`; the line or entry for what could not be read as a resource. */
  readonly path: string;
}

/**
 * One fault and where it stands. The message says what would be right and never repeats what was written: it may hold what
 * identifies a patient.
 */
export interface FhirProblem extends FhirPlace {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}
