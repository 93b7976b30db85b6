import { caseFacts } from '@registry-hub/shared/testing';
import { bundleEntries, type FhirProblem, type RegistryResource } from '..';
import { ndjsonEntries, readResources, writeResources } from '../testing';

const facts = caseFacts({ mutations: [{}], adverseEvents: [{}], failure: {} });
const centers = [{ centerCode: 'FR-001', name: 'University Hospital' }];
const written: readonly RegistryResource[] = [...writeResources(centers, [facts])];

type Changes = Readonly<Record<string, unknown>>;

/** The problems told when the first resource of which `of` is true is changed. */
function problemsWith(of: (resource: RegistryResource) => boolean, changes: Changes): readonly FhirProblem[] {
  const changed = written.find(of);
  const entries = written.map((resource) => ({ resource: resource === changed ? { ...resource, ...changes } : resource, place: '' }));
  return readResources(entries, 'FR').problems;
}

const isA =
  (resourceType: string) =>
  (resource: RegistryResource): boolean =>
    resource.resourceType === resourceType;
const isOf =
  (code: string) =>
  (resource: RegistryResource): boolean =>
    resource.resourceType === 'Observation' && (resource.code.coding ?? []).some((coding) => coding.code === code);

const ucum = (value: number, code: string): Changes => ({ value, system: 'http://unitsofmeasure.org', code });
const BCR_ABL1 = '69380-4';
const patient = 'FR-001-0001';

describe('what the registry can not hold', () => {
  it('is nothing of what it wrote', () => {
    expect(
      readResources(
        written.map((resource) => ({ resource, place: '' })),
        'FR',
      ).problems,
    ).toEqual([]);
  });

  it.each<[string, (resource: RegistryResource) => boolean, Changes, Partial<FhirProblem>]>([
    [
      'a bound',
      isOf(BCR_ABL1),
      { valueQuantity: { ...ucum(0.003, '%'), comparator: '<' } },
      { rule: 'VALUE_NOT_HELD', path: 'Observation.valueQuantity.comparator', id: `${patient}-2002-04-15-bcr-abl1` },
    ],
    [
      'another unit',
      isOf('718-7'),
      { valueQuantity: ucum(8.1, 'mmol/L') },
      { rule: 'UNKNOWN_UNIT', path: 'Observation.valueQuantity.code' },
    ],
    ['no unit', isOf('718-7'), { valueQuantity: { value: 118, unit: 'g/L' } }, { rule: 'UNKNOWN_UNIT' }],
    [
      'a value outside the hard range',
      isOf(BCR_ABL1),
      { valueQuantity: ucum(2000, '%') },
      { rule: 'OUTSIDE_HARD_RANGE', path: 'Observation.valueQuantity.value' },
    ],
    ['a preliminary result', isOf(BCR_ABL1), { status: 'preliminary' }, { rule: 'VALUE_NOT_HELD', path: 'Observation.status' }],
    [
      'a month as the day',
      isOf('assessment'),
      { effectiveDateTime: '2002-04' },
      { rule: 'UNPARSABLE_VALUE', path: 'Observation.effectiveDateTime' },
    ],
    [
      'a result without a day',
      isOf('assessment'),
      { effectiveDateTime: undefined },
      { rule: 'MISSING_VALUE', path: 'Observation.effectiveDateTime' },
    ],
    [
      'a laboratory that is not documented',
      isOf(BCR_ABL1),
      { code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }] } },
      { severity: 'SOFT', rule: 'OUTSIDE_REGISTRY', path: 'Observation.code' },
    ],
    [
      'an interpretation',
      isOf(BCR_ABL1),
      { interpretation: [{ text: 'high' }] },
      { severity: 'SOFT', rule: 'UNKNOWN_ELEMENT', path: 'Observation.interpretation' },
    ],
    [
      'a modifier',
      isOf(BCR_ABL1),
      { modifierExtension: [{ url: 'https://example.org/not', valueBoolean: true }] },
      { severity: 'HARD', rule: 'MODIFIER_ELEMENT', path: 'Observation.modifierExtension' },
    ],
    [
      'a variant that was not found',
      isOf('69548-6'),
      { valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9634-2' }] } },
      { rule: 'VALUE_NOT_HELD', path: 'Observation.valueCodeableConcept' },
    ],
    ['a name', isA('Patient'), { name: [{ family: 'Martin' }] }, { severity: 'HARD', rule: 'IDENTIFYING_ELEMENT', path: 'Patient.name' }],
    [
      'a hospital number',
      isA('Patient'),
      { identifier: [{ system: 'urn:oid:1.2.3', value: '4711' }] },
      { rule: 'IDENTIFYING_ELEMENT', path: 'Patient.identifier[0]' },
    ],
    ['a full date of birth', isA('Patient'), { birthDate: '1950-06-15' }, { rule: 'IDENTIFYING_VALUE', path: 'Patient.birthDate' }],
    ['a year of birth', isA('Patient'), { birthDate: '1950' }, { rule: 'UNPARSABLE_VALUE', path: 'Patient.birthDate' }],
    ['no gender', isA('Patient'), { gender: undefined }, { rule: 'MISSING_VALUE', path: 'Patient.gender', id: patient }],
    ['two vital states', isA('Patient'), { deceasedBoolean: true }, { rule: 'CONTRADICTION', path: 'Patient.deceasedBoolean' }],
    [
      'a record that is another',
      isA('Patient'),
      { link: [{ type: 'replaced-by', other: { reference: 'Patient/x' } }] },
      { rule: 'MODIFIER_ELEMENT', path: 'Patient.link' },
    ],
    [
      'a patient of another country',
      isA('Patient'),
      { id: 'DE-001-0001', identifier: [] },
      { rule: 'CODE_OF_ANOTHER_COUNTRY', path: 'Patient.id' },
    ],
    [
      'another disease',
      isA('Condition'),
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '44054006' }] } },
      { severity: 'SOFT', rule: 'OUTSIDE_REGISTRY', path: 'Condition.code' },
    ],
    [
      'leukaemia of either kind',
      isA('Condition'),
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '92818009' }] } },
      { severity: 'HARD', rule: 'UNKNOWN_CODE', path: 'Condition.code' },
    ],
    [
      'a suspicion',
      isA('Condition'),
      { verificationStatus: { coding: [{ code: 'provisional' }] } },
      { rule: 'VALUE_NOT_HELD', path: 'Condition.verificationStatus' },
    ],
    [
      'an unknown drug',
      isA('MedicationStatement'),
      { medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'N02BE01' }] } },
      { rule: 'UNKNOWN_CODE', path: 'MedicationStatement.medicationCodeableConcept' },
    ],
    [
      'a line without a number',
      isA('MedicationStatement'),
      { extension: [] },
      {
        rule: 'MISSING_VALUE',
        path: "MedicationStatement.extension('https://registry-hub.example/fhir/StructureDefinition/treatment-line')",
      },
    ],
    [
      'a drug not taken',
      isA('MedicationStatement'),
      { status: 'not-taken' },
      { rule: 'VALUE_NOT_HELD', path: 'MedicationStatement.status' },
    ],
    [
      'an event that might have been',
      isA('AdverseEvent'),
      { actuality: 'potential' },
      { rule: 'VALUE_NOT_HELD', path: 'AdverseEvent.actuality' },
    ],
    [
      'a drug elsewhere',
      isA('AdverseEvent'),
      { suspectEntity: [{ instance: { reference: 'Medication/7' } }] },
      { rule: 'VALUE_NOT_HELD', path: 'AdverseEvent.suspectEntity[0].instance' },
    ],
    ['consent only proposed', isA('Consent'), { status: 'proposed' }, { rule: 'VALUE_NOT_HELD', path: 'Consent.status' }],
    [
      'a list that is none',
      isA('Organization'),
      { address: { city: 'Poitiers' } },
      { rule: 'MISSHAPEN_ELEMENT', path: 'Organization.address' },
    ],
    [
      'an extension of others',
      isA('Organization'),
      { extension: [{ url: 'https://example.org/beds', valueInteger: 40 }] },
      { severity: 'SOFT', rule: 'UNKNOWN_ELEMENT', path: "Organization.extension('https://example.org/beds').valueInteger" },
    ],
  ])('is named: %s', (_, of, changes, expected) => {
    expect(problemsWith(of, changes)).toContainEqual(expect.objectContaining(expected));
  });

  it('is told all at once, and never with what was written', () => {
    const { problems } = readResources(
      bundleEntries({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          { resource: { resourceType: 'Patient', id: patient, name: [{ family: 'Martin' }] } },
          { resource: { resourceType: 'Encounter', id: 'e1' } },
          {},
        ],
      }),
      'FR',
    );
    expect(problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'IDENTIFYING_ELEMENT Patient.name',
      'OUTSIDE_REGISTRY Encounter',
      'UNREADABLE_RESOURCE Bundle.entry[2]',
      'MISSING_VALUE Patient.managingOrganization',
      'MISSING_VALUE Patient.gender',
      'MISSING_VALUE Patient.birthDate',
      "MISSING_VALUE Patient.extension('https://registry-hub.example/fhir/StructureDefinition/vital-status')",
    ]);
    expect(JSON.stringify(problems)).not.toContain('Martin');
  });

  it('is told of two resources that say different things of one field', () => {
    const other = {
      resourceType: 'Condition',
      id: 'second',
      subject: { reference: `Patient/${patient}` },
      onsetDateTime: '2001-12-04',
      code: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.43.1', code: '9875/3' }] },
    };
    const { problems } = readResources(
      [...written, other].map((resource) => ({ resource, place: '' })),
      'FR',
    );
    expect(problems).toEqual([expect.objectContaining({ rule: 'CONTRADICTION', id: 'second', path: 'Condition.onsetDateTime' })]);
  });

  it.each<[string, Changes, Partial<FhirProblem>]>([
    ['taken back', { status: 'inactive' }, { rule: 'VALUE_NOT_HELD', path: 'Consent.status' }],
    ['that permits', { provision: { type: 'permit' } }, { rule: 'VALUE_NOT_HELD', path: 'Consent.provision.type' }],
    ['of a day to come', { dateTime: '2027-01-01' }, { rule: 'UNPARSABLE_VALUE', path: 'Consent.dateTime' }],
  ])('is an objection %s', (_, changes, expected) => {
    const objecting = [...writeResources(centers, [{ ...facts, ehdsOptOut: true }])].map((resource) => ({
      resource: resource.resourceType === 'Consent' && resource.provision?.type === 'deny' ? { ...resource, ...changes } : resource,
      place: '',
    }));
    expect(readResources(objecting, 'FR').problems).toEqual([expect.objectContaining({ severity: 'HARD', ...expected })]);
  });

  it('is a line that is not JSON', () => {
    expect(readResources(ndjsonEntries(['', '{"resourceType":']), 'FR').problems).toEqual([
      { severity: 'HARD', rule: 'UNREADABLE_RESOURCE', path: 'line 2', message: 'line 2 must hold a FHIR resource in JSON.' },
    ]);
  });
});
