import { caseFacts } from '@registry-hub/shared/testing';
import { recordOf, withoutRecord, withRecord } from './edit-case';

const facts = caseFacts({ mutations: [{}], recordStatus: 'VALIDATED', ehdsOptOut: true });
const { patientCode } = facts.patient;

describe('editing a case', () => {
  it('finds a record by its natural key', () => {
    expect(recordOf(facts, 'assessment', [patientCode, '2002-07-15'])).toBe(facts.assessments[1]);
    expect(recordOf(facts, 'failure', [patientCode])).toBe(facts.failure);
    expect(recordOf(facts, 'assessment', [patientCode, '2002-07-16'])).toBeUndefined();
  });

  it('puts a record into key order, or in the place of the one with its key, whole', () => {
    const early = { patientCode, assessedOn: '2002-02-01', wbc: 9 } as const;
    expect(withRecord(facts, 'assessment', early).assessments).toEqual([early, ...facts.assessments]);
    const bare = { patientCode, assessedOn: '2002-07-15' } as const;
    const { assessments, ...rest } = withRecord(facts, 'assessment', bare);
    expect(assessments).toEqual([facts.assessments[0], bare, facts.assessments[2]]);
    expect({ ...rest, assessments: facts.assessments }).toEqual(facts);
  });

  it("takes the patient's own record like any other", () => {
    const patient = { ...facts.patient, sex: 'M' } as const;
    expect(withRecord(facts, 'patient', patient)).toEqual({ ...facts, patient });
  });

  it('takes a record out, and leaves what it has none of absent', () => {
    const { failure: _, ...unnotified } = facts;
    expect(withoutRecord(facts, 'failure', [patientCode])).toStrictEqual(unnotified);
    expect(withoutRecord(facts, 'treatment', [patientCode, '2'])).toEqual(facts);
  });

  it('comes back to itself', () => {
    for (const dose of facts.doses) {
      const key = [patientCode, String(dose.line), dose.fromOn];
      expect(withRecord(withoutRecord(facts, 'dose', key), 'dose', dose)).toEqual(facts);
    }
  });
});
