import { bundleEntries } from '..';
import { type FhirReading, readResources, recordsIn } from '../testing';

const loinc = (code: string): object => ({
  coding: [{ system: 'http://loinc.org', code, display: 'as the laboratory calls it' }],
  text: 'x',
});
const ucum = (value: number, code: string): object => ({ value, unit: code, system: 'http://unitsofmeasure.org', code });
const LINE = 'https://registry-hub.example/fhir/StructureDefinition/treatment-line';

/** A transaction as a hospital's system makes it: addresses of its own, and the patient after those who refer to it. */
const transaction = (resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    ...resources.map((resource) => ({ resource, request: { method: 'POST', url: 'Observation' } })),
    {
      fullUrl: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
      resource: {
        resourceType: 'Patient',
        id: 'p-77',
        meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-patient'] },
        active: true,
        identifier: [{ use: 'usual', system: 'https://registry-hub.example/fhir/NamingSystem/patient-code', value: 'FR-001-0007' }],
        gender: 'female',
        birthDate: '1950-06',
        deceasedDateTime: '2008-03-01',
        managingOrganization: { identifier: { system: 'https://registry-hub.example/fhir/NamingSystem/center-code', value: 'FR-001' } },
      },
      request: { method: 'POST', url: 'Patient' },
    },
  ],
});

const subject = { reference: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0' };
const read = (...resources: readonly object[]): FhirReading => readResources(bundleEntries(transaction(resources)), 'FR');

describe('resources of other systems', () => {
  it('name their patient by an address of their own', () => {
    const reading = read();
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'patient')).toEqual([
      { patientCode: 'FR-001-0007', centerCode: 'FR-001', sex: 'F', birthMonth: '1950-06', vitalStatus: 'DEAD', diedOn: '2008-03-01' },
    ]);
  });

  it('say the gene of a variant, or that an analysis of it found none', () => {
    const gene = (code: string, display: string): object => ({
      code: loinc('48018-6'),
      valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org/geneId', code, display }] },
    });
    const finding = (code: string): object => ({ coding: [{ system: 'http://loinc.org', code }] });
    const change = {
      code: loinc('48005-3'),
      valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: 'p.(Asp816Val)' }] },
    };
    const analysis = { resourceType: 'Observation', status: 'final', effectiveDateTime: '2003-05-06', subject, code: loinc('69548-6') };
    const reading = read(
      { ...analysis, id: 'a', valueCodeableConcept: finding('LA9633-4'), component: [change, gene('HGNC:6342', 'KIT')] },
      { ...analysis, id: 'b', valueCodeableConcept: finding('LA9634-2'), component: [gene('HGNC:8803', 'PDGFRA')] },
    );
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'mutation')).toMatchObject([{ variant: 'KIT D816V' }, { variant: 'PDGFRA NONE' }]);
    const named = { ...analysis, id: 'c', valueCodeableConcept: finding('LA9634-2'), component: [change, gene('HGNC:6342', 'KIT')] };
    const unheardOf = { ...analysis, id: 'd', valueCodeableConcept: finding('LA9633-4'), component: [change, gene('HGNC:11998', 'TP53')] };
    expect(read(named, unheardOf).problems.map(({ rule, id }) => [id, rule])).toEqual(
      expect.arrayContaining([
        ['c', 'VALUE_NOT_HELD'],
        ['d', 'VALUE_NOT_HELD'],
      ]),
    );
  });

  it('say one assessment in several observations, in units of their own and with the time of day', () => {
    const observation = { resourceType: 'Observation', status: 'final', effectiveDateTime: '2003-05-06T08:30:00+02:00' };
    const reading = read(
      { ...observation, id: 'a', subject: { reference: 'Patient/p-77' }, code: loinc('26464-8'), valueQuantity: ucum(7.25, '10*3/uL') },
      { ...observation, id: 'b', subject, code: loinc('69380-4'), valueQuantity: ucum(0.0012, '1') },
    );
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'assessment')).toEqual([
      { patientCode: 'FR-001-0007', assessedOn: '2003-05-06', wbc: 7.25, bcrAbl1IsPct: 0.12 },
    ]);
    expect(reading.rows.find(({ kind }) => kind === 'assessment')?.placeOf('bcrAbl1IsPct')).toEqual({
      resourceType: 'Observation',
      id: 'b',
      path: 'Observation.valueQuantity.value',
    });
  });

  it('code the disease in ICD-10 and date it by its onset', () => {
    const code = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C92.1' }] };
    const reading = read({ resourceType: 'Condition', id: 'c', subject, code, onsetDateTime: '2001-12-03' });
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'diagnosis')).toEqual([{ patientCode: 'FR-001-0007', disease: '9875/3', diagnosedOn: '2001-12-03' }]);
  });

  it('code a drug by its former ATC code, contain it, and dose it by the tablet', () => {
    const reading = read({
      resourceType: 'MedicationStatement',
      id: 'm',
      status: 'active',
      subject,
      extension: [{ url: LINE, valueInteger: 1 }],
      contained: [{ resourceType: 'Medication', id: 'glivec', code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'L01XE01' }] } }],
      medicationReference: { reference: '#glivec' },
      effectivePeriod: { start: '2002-01-15' },
      dosage: [
        {
          text: 'twice a day',
          timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: ucum(300, 'mg') }],
        },
      ],
    });
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'treatment')).toEqual([{ patientCode: 'FR-001-0007', line: 1, drug: 'IMATINIB', startedOn: '2002-01-15' }]);
    expect(recordsIn(reading, 'dose')).toEqual([{ patientCode: 'FR-001-0007', line: 1, fromOn: '2002-01-15', mgPerDay: 600 }]);
  });

  it('name a variant by an isoform of their own', () => {
    const component = (code: string, system: string, value: string): object => ({
      code: loinc(code),
      valueCodeableConcept: { coding: [{ system, code: value }] },
    });
    const reading = read({
      resourceType: 'Observation',
      id: 'v',
      status: 'final',
      subject,
      effectiveDateTime: '2004-02-01',
      code: loinc('69548-6'),
      component: [
        component('48005-3', 'http://varnomen.hgvs.org', 'NP_009297.2:p.(Thr334Ile)'),
        component('48018-6', 'http://www.genenames.org/geneId', 'HGNC:76'),
      ],
    });
    expect(reading.problems).toEqual([]);
    expect(recordsIn(reading, 'mutation')).toEqual([{ patientCode: 'FR-001-0007', sampledOn: '2004-02-01', variant: 'T315I' }]);
  });
});
