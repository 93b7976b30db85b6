/** What was done to a chain: an entry or its values changed, taken away, or put in. */
export const faultKinds = ['CHANGED', 'REMOVED', 'INSERTED'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The first place at which a chain does not hold. */
export interface ChainFault {
  /** The number of the entry that is not, or no longer, the one that was recorded. */
  readonly sequence: number;
  readonly fault: FaultKind;
  readonly message: string;
}

export function changed(sequence: number, message: string): ChainFault {
  return { sequence, fault: 'CHANGED', message };
}

export function removed(sequence: number, message: string): ChainFault {
  return { sequence, fault: 'REMOVED', message };
}

export function inserted(sequence: number, message: string): ChainFault {
  return { sequence, fault: 'INSERTED', message };
}
