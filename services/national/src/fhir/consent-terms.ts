import { localTerm, namespaces, type Term } from './codes';

/** What a Consent is about. */
export const consentTerms = {
  scope: { system: namespaces.consentScope, code: 'research', display: 'Research', source: 'HL7 FHIR R4 (2019)' },
  registry: localTerm('consent', 'registry-participation', 'Participation in the registry'),
  objection: localTerm('consent', 'ehds-opt-out', 'Objection to secondary use across borders (Regulation (EU) 2025/327, article 71)'),
} as const satisfies Record<string, Term>;
