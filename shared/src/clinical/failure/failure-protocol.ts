/** The editions whose milestones can be the yard-stick of imatinib failure. */
export const failureEditions = ['ELN_2006', 'ELN_2009', 'ELN_2013'] as const;
export type FailureEdition = (typeof failureEditions)[number];

/** What a registry's protocol counts as failure. */
export interface FailureProtocol {
  readonly edition: FailureEdition;
  /** Whether a suboptimal response counts as an unsatisfactory one; a question for the steering committee. */
  readonly includeSuboptimal: boolean;
}

/** The protocol of the imatinib failure registry (Blood 2006;108(11), abstract 4764). */
export const imatinibFailureProtocol: FailureProtocol = { edition: 'ELN_2006', includeSuboptimal: false };
