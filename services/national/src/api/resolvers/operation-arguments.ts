/** Arguments that many operations have. */
export const versionOptions = {
  nullable: true,
  description: 'The version of the case that the caller has seen; when it has another, CONFLICT tells which.',
} as const;

export const correctionOptions = {
  reason: { description: 'Kept in the audit trail; nothing in it may tell who the patient is.' },
  expectedVersion: { description: versionOptions.description },
} as const;
