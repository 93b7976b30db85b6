export const roles = ['LEAD', 'DASHBOARD', 'COORDINATOR', 'VALIDATOR', 'CENTER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Who asks, as a verified token says it. */
export interface Caller {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Country of a COORDINATOR, VALIDATOR or CENTER. */
  readonly country?: string;
  /** Centre code of a CENTER. */
  readonly center?: string;
}

export function hasRole(caller: Caller, ...wanted: readonly Role[]): boolean {
  return caller.roles.some((role) => wanted.includes(role));
}

/** Whether the caller holds one of these roles for this very country. */
export function hasNationalRole(caller: Caller, country: string, ...wanted: readonly Role[]): boolean {
  return caller.country === country && hasRole(caller, ...wanted);
}
