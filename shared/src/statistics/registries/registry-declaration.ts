import type { DerivedCase } from '../../domain';
import type { Endpoint, IncidenceEvent, SurvivalEndpoint, TimeOrigin } from '../event-times/endpoints';
import type { ReportSection } from './report-section';

/** An endpoint that means something in a sub-registry: from which origins, and why. */
export interface SensibleEndpoint {
  readonly endpoint: SurvivalEndpoint;
  readonly from: readonly TimeOrigin[];
  readonly reason: string;
}

export interface SensibleEvent {
  readonly event: IncidenceEvent;
  readonly from: readonly TimeOrigin[];
  readonly reason: string;
}

/**
 * A sub-registry of the hub: who belongs, and what to ask of them. It is what the schema, the columns in memory, the notes of
 * curves, the catalogue of the API and the README are made from.
 */
export interface RegistryDeclaration {
  readonly name: string;
  readonly title: string;
  /** Who belongs, in one sentence. */
  readonly description: string;
  readonly isMember: (patient: DerivedCase) => boolean;
  /** From where times are counted unless told otherwise. */
  readonly defaultOrigin: TimeOrigin;
  readonly endpoints: readonly SensibleEndpoint[];
  readonly events: readonly SensibleEvent[];
  /** Of patients who are under observation only from a later day than the origin: which day that is, and what leaving it out of account does. */
  readonly delayedEntry?: { readonly from: 'notifiedOn'; readonly whenIgnored: string };
  /** Endpoints that everybody has reached by belonging here: their figures describe when, and are no rates. */
  readonly reachedByAll?: { readonly endpoints: readonly Endpoint[]; readonly note: string };
  /** What to bear in mind of every figure. */
  readonly notes: readonly string[];
  readonly report: readonly ReportSection[];
}

/** A declaration, its name kept as the very text it is. */
export function declareRegistry<const N extends string>(
  declaration: RegistryDeclaration & { readonly name: N },
): RegistryDeclaration & { readonly name: N } {
  return declaration;
}
