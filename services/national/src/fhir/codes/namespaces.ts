/** Whose names a code, an identifier or an extension is written under; each URI stays what it is once published. */
export const namespaces = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  /** The HL7-registered object identifier of ICD-O-3. */
  icdO3: 'urn:oid:2.16.840.1.113883.6.43.1',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  atc: 'http://www.whocc.no/atc',
  ucum: 'http://unitsofmeasure.org',
  hgnc: 'http://www.genenames.org/geneId',
  hgvs: 'http://varnomen.hgvs.org',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  verificationStatus: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
} as const;

/**
 * Where the registry's own names begin. The host is reserved for documentation (RFC 2606), so that no one else can ever come to
 * own these URIs; they name, and are not meant to be fetched.
 */
const OWN = 'https://registry-hub.example/fhir';

export const ownCodeSystem = (name: string): string => `${OWN}/CodeSystem/${name}`;
export const ownExtension = (name: string): string => `${OWN}/StructureDefinition/${name}`;
export const ownIdentifier = (name: string): string => `${OWN}/NamingSystem/${name}`;

/** Identifiers that the registry itself gives: codes, never a number that a hospital or a state knows a person by. */
export const identifierSystems = { center: ownIdentifier('center-code'), patient: ownIdentifier('patient-code') } as const;
