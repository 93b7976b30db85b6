import { caseFacts } from '@registry-hub/shared/testing';
import {
  createAdverseEventSchema,
  createConditionSchema,
  createConsentSchema,
  createMedicationStatementSchema,
  createObservationSchema,
  createOrganizationSchema,
  createPatientSchema,
} from '@solarahealth/fhir-r4';
import * as fc from 'fast-check';
import type { RegistryResource } from '.';
import { arbitraryRegistry, writeResources } from './testing';

/** What a third party's R4 definitions object to; each is strict, so that an element R4 does not have is one of them. */
function objections(resource: RegistryResource): readonly string[] {
  const json: unknown = JSON.parse(JSON.stringify(resource));
  const { error } = schemaOf(resource.resourceType).safeParse(json);
  return (error?.issues ?? []).map(({ path, message }) => `${resource.resourceType}.${path.join('.')}: ${message}`);
}

const schemas = {
  Organization: createOrganizationSchema(),
  Patient: createPatientSchema(),
  Consent: createConsentSchema(),
  Condition: createConditionSchema(),
  MedicationStatement: createMedicationStatementSchema(),
  Observation: createObservationSchema(),
  AdverseEvent: createAdverseEventSchema(),
};
const schemaOf = <T extends keyof typeof schemas>(type: T): (typeof schemas)[T] => schemas[type];

describe('the R4 definitions of a third party', () => {
  it('find nothing wrong with any resource that is written', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryRegistry, fc.boolean(), ({ centers, cases }, ehdsOptOut) => {
        for (const resource of writeResources(
          centers,
          cases.map((facts) => ({ ...facts, ehdsOptOut })),
        )) {
          seen.add(resource.resourceType);
          expect(objections(resource)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect([...seen].toSorted((one, other) => one.localeCompare(other))).toEqual(
      Object.keys(schemas).toSorted((one, other) => one.localeCompare(other)),
    );
  });

  it('would find it', () => {
    const [patient] = writeResources([], [caseFacts({})]);
    if (patient?.resourceType !== 'Patient') throw new Error('the first resource of a case is the patient');
    expect(objections(patient)).toEqual([]);
    expect(objections({ ...patient, birthDate: 'June 1950' })).toEqual([expect.stringContaining('Patient.birthDate')]);
    expect(objections({ ...patient, id: 'not an id' })).toEqual([expect.stringContaining('Patient.id')]);
  });
});
