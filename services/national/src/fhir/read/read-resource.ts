import { FhirElement, isJsonObject, type ReportFault } from './fhir-element';
import type { FhirProblem, ResourceName } from './fhir-problem';
import { type FhirRule, fhirRules } from './fhir-rules';
import { readAdverseEvent } from './read-adverse-event';
import { readCondition } from './read-condition';
import { readConsent } from './read-consent';
import { readMedicationStatement } from './read-medication-statement';
import { readObservation } from './read-observation';
import { readOrganization } from './read-organization';
import { readPatient } from './read-patient';
import type { ResourceEntry } from './resource-entry';
import type { RowPart } from './row-part';

/** What one resource says, to be joined with what the others say. */
export interface ReadResource {
  readonly name: ResourceName;
  readonly parts: readonly RowPart[];
}

const readers: ReadonlyMap<string, (resource: FhirElement) => readonly RowPart[]> = new Map([
  ['Organization', readOrganization],
  ['Patient', readPatient],
  ['Consent', readConsent],
  ['Condition', readCondition],
  ['MedicationStatement', readMedicationStatement],
  ['Observation', readObservation],
  ['AdverseEvent', readAdverseEvent],
]);

/** Elements that change what others mean, of those that are never read. */
const MODIFIER = /(?:\.modifierExtension|\.implicitRules|^Patient\.link|^Patient\.active)$/;

/** Reads one resource by itself; undefined when it is none. */
export function readResource({ resource, place }: ResourceEntry, report: (problem: FhirProblem) => void): ReadResource | undefined {
  if (!isJsonObject(resource) || typeof resource['resourceType'] !== 'string') {
    report({ ...problem('UNREADABLE_RESOURCE'), path: place, message: `${place} must hold a FHIR resource in JSON.` });
    return undefined;
  }
  const { resourceType, id } = resource;
  const name = { resourceType, ...(typeof id === 'string' ? { id } : {}) };
  const fault: ReportFault = (rule, path, message) => report({ ...problem(rule), ...name, path, message: `${path} ${message}` });
  const read = readers.get(resourceType);
  if (!read) {
    fault('OUTSIDE_REGISTRY', resourceType, 'is a resource that the registry does not document.');
    return undefined;
  }
  const element = new FhirElement(resourceType, resource, fault).skip('resourceType', 'id', 'meta', 'language', 'text');
  if (resource['active'] === true) element.skip('active');
  const parts = read(element);
  if (parts.length > 0) for (const path of element.unread()) tellUnread(path, fault);
  return { name, parts };
}

function tellUnread(path: string, fault: ReportFault): void {
  if (MODIFIER.test(path))
    fault('MODIFIER_ELEMENT', path, 'must be absent: it changes what others mean, in a way the registry does not know.');
  else fault('UNKNOWN_ELEMENT', path, 'is not read: the registry has no field for it.');
}

const problem = (rule: FhirRule): Pick<FhirProblem, 'rule' | 'severity'> => ({ rule, severity: fhirRules[rule] });
