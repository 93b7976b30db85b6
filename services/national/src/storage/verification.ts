/** Kinds of laboratory records that are verified one by one. */
export const verifiableKinds = ['assessment', 'mutation'] as const;
export type VerifiableKind = (typeof verifiableKinds)[number];

/** That a person held a record against its source, and found it right. */
export interface Verification {
  readonly patientCode: string;
  readonly recordKind: VerifiableKind;
  /** Natural key in key order. */
  readonly recordKey: readonly string[];
  /** The person's subject. */
  readonly verifiedBy: string;
  readonly verifiedAt: Date;
}
