import {
  adverseEventActions,
  bestResponses,
  deathCauses,
  drugs,
  failureSubcategories,
  mutationMethods,
  phases,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from '@registry-hub/shared/domain';
import { ownCodeSystem } from './namespaces';
import type { Term } from './term';

/** A vocabulary of the registry as a code system of its own: its codes are the values as they stand in a bundle. */
export interface LocalSystem {
  readonly uri: string;
  readonly title: string;
  readonly values: readonly string[];
}

const localSystem = (name: string, title: string, values: readonly string[]): LocalSystem => ({ uri: ownCodeSystem(name), title, values });

export const localSystems = {
  phase: localSystem('disease-phase', 'Phase of chronic myeloid leukaemia', phases),
  vitalStatus: localSystem('vital-status', 'Vital status', vitalStatuses),
  deathCause: localSystem('death-cause', 'Cause of death', deathCauses),
  drug: localSystem('drug', 'Drug or procedure of a treatment line', drugs),
  stopReason: localSystem('stop-reason', 'Reason for the end of a treatment line', stopReasons),
  bestResponse: localSystem('best-response', 'Best response of a tumour other than CML', bestResponses),
  mutationMethod: localSystem('mutation-method', 'Method of mutation analysis', mutationMethods),
  adverseEventAction: localSystem('adverse-event-action', 'What was done about an adverse event', adverseEventActions),
  failureSubcategory: localSystem('imatinib-failure', 'Subcategory of imatinib failure', failureSubcategories),
  therapeuticDecision: localSystem('therapeutic-decision', 'Decision after imatinib failure', therapeuticDecisions),
} as const;

/** `NO_CYTOGENETIC_RESPONSE` as a person reads it: `No cytogenetic response`; short forms such as `CR` stay. */
export function displayOf(value: string): string {
  if (value.length <= 3) return value;
  return value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
}

/** A term of the registry's own, where no standard code was verified. */
export const localTerm = (system: string, code: string, display: string): Term => ({
  system: ownCodeSystem(system),
  code,
  display,
  source: 'Registry Hub',
});
