import type { Severity } from '@registry-hub/shared/domain';

/** What reading FHIR can find wrong beside the rules of intake. A HARD fault refuses the whole, a SOFT one is told. */
export const fhirRules = {
  /** Not JSON, or no resource. */
  UNREADABLE_RESOURCE: 'HARD',
  /** An element of another JSON type than R4 gives it. */
  MISSHAPEN_ELEMENT: 'HARD',
  /** A resource about something that the registry does not document; it is not read. */
  OUTSIDE_REGISTRY: 'SOFT',
  /** An element that the registry has no field for; it is not read. */
  UNKNOWN_ELEMENT: 'SOFT',
  /** An element that changes the meaning of others. */
  MODIFIER_ELEMENT: 'HARD',
  IDENTIFYING_ELEMENT: 'HARD',
  UNKNOWN_CODE: 'HARD',
  UNKNOWN_UNIT: 'HARD',
  /** Something that a field of the registry is about, said in a way it can't hold. */
  VALUE_NOT_HELD: 'HARD',
  /** Two places that say different things of one field. */
  CONTRADICTION: 'HARD',
} as const satisfies Record<string, Severity>;

export type FhirRule = keyof typeof fhirRules;
