import { localSystems, ownExtension } from './codes';
import type { ExtensionField, FieldOf } from './fhir-field';

/** What no element of R4 holds, and is therefore written as extensions of the registry's own. */
export const extensionFields = {
  center: [{ field: 'openedOn', url: ownExtension('opened-on'), type: { kind: 'day' } }],
  patient: [
    { field: 'vitalStatus', url: ownExtension('vital-status'), type: { kind: 'code', system: localSystems.vitalStatus } },
    { field: 'lastContactOn', url: ownExtension('last-contact-on'), type: { kind: 'day' } },
    { field: 'deathCause', url: ownExtension('death-cause'), type: { kind: 'code', system: localSystems.deathCause } },
  ],
  treatment: [
    { field: 'line', url: ownExtension('treatment-line'), type: { kind: 'integer' } },
    { field: 'prospectiveStudy', url: ownExtension('prospective-study'), type: { kind: 'text' } },
    { field: 'bestResponse', url: ownExtension('best-response'), type: { kind: 'code', system: localSystems.bestResponse } },
  ],
  adverseEvent: [
    { field: 'grade', url: ownExtension('ctcae-grade'), type: { kind: 'integer' } },
    { field: 'resolvedOn', url: ownExtension('resolved-on'), type: { kind: 'day' } },
    { field: 'action', url: ownExtension('action-taken'), type: { kind: 'code', system: localSystems.adverseEventAction } },
  ],
} as const satisfies {
  readonly center: readonly ExtensionField<FieldOf<'center'>>[];
  readonly patient: readonly ExtensionField<FieldOf<'patient'>>[];
  readonly treatment: readonly ExtensionField<FieldOf<'treatment'>>[];
  readonly adverseEvent: readonly ExtensionField<FieldOf<'adverseEvent'>>[];
};

/** The day of diagnosis, by HL7's own extension, as mCODE's primary cancer condition has it. */
export const ASSERTED_DATE = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate';
