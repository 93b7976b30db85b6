import type { Caller, Role } from '@registry-hub/shared/identity';
import { isObjectType } from 'graphql';
import { buildNationalSchema } from './build-national-schema';
import type { Arguments, Rights } from './guard-schema';
import { nationalRights } from './permissions';

const country = { code: 'FR', name: 'France' };
const root = { fieldName: 'france', typeName: 'France', operationsName: 'FranceOperations' };
const rights: Rights = nationalRights(country, root);

const holder = (role: Role, claims: Partial<Caller> = {}): Caller => ({ subject: 'someone', roles: [role], ...claims });
const callers = {
  LEAD: holder('LEAD'),
  DASHBOARD: holder('DASHBOARD'),
  ADMIN: holder('ADMIN'),
  COORDINATOR: holder('COORDINATOR', { country: 'FR' }),
  VALIDATOR: holder('VALIDATOR', { country: 'FR' }),
  CENTER: holder('CENTER', { country: 'FR', center: 'FR-001' }),
  'COORDINATOR of another country': holder('COORDINATOR', { country: 'DE' }),
  'COORDINATOR of no country': holder('COORDINATOR'),
  'CENTER of another country': holder('CENTER', { country: 'DE', center: 'DE-001' }),
  'CENTER without a centre': holder('CENTER', { country: 'FR' }),
  "CENTER with another country's centre": holder('CENTER', { country: 'FR', center: 'DE-001' }),
} as const;
type Who = keyof typeof callers;

const everyone = Object.keys(callers) as Who[];
const own: readonly Who[] = ['COORDINATOR', 'VALIDATOR', 'CENTER'];
const withoutCenter: readonly Who[] = ['COORDINATOR', 'VALIDATOR'];

const ownPatient = 'FR-001-0001';
const othersPatient = 'FR-002-0001';
const notify = (patientCode: string): Arguments => ({ input: { patientCode } });

describe('who may ask for what', () => {
  it.each<[field: string, args: Arguments, allowed: readonly Who[]]>([
    ['Query.france', {}, everyone],
    ['Query._entities', {}, everyone],
    ['France.registry', {}, everyone],
    ['NationalRegistry.registeredCases', {}, everyone],
    ['NationalRegistry.derivationVersion', {}, everyone],
    ['NationalRegistry.casesToRederive', {}, everyone],
    ['NationalRegistry.cohort', {}, ['LEAD', ...withoutCenter]],
    ['NationalRegistry.centers', {}, own],
    ['NationalRegistry.center', { code: 'FR-001' }, own],
    ['NationalRegistry.center', { code: 'FR-002' }, withoutCenter],
    ['NationalRegistry.patient', { code: ownPatient }, own],
    ['NationalRegistry.patient', { code: othersPatient }, withoutCenter],
    ['NationalRegistry.patient', { code: 'FR-0010-001' }, withoutCenter],
    ['NationalRegistry.patients', {}, own],
    ['NationalRegistry.patients', { filter: { center: 'FR-001' } }, own],
    ['NationalRegistry.patients', { filter: { center: 'FR-002' } }, withoutCenter],
    ['NationalRegistry.dataQueries', { filter: null }, own],
    ['NationalRegistry.dataQueries', { filter: { patientCode: ownPatient } }, own],
    ['NationalRegistry.dataQueries', { filter: { patientCode: othersPatient, center: 'FR-001' } }, withoutCenter],
    ['NationalRegistry.quality', {}, own],
    ['NationalRegistry.auditTrail', {}, ['COORDINATOR']],
    ['NationalRegistry.auditTrail', { patientCode: ownPatient }, ['COORDINATOR']],
    ['NationalRegistry.auditVerification', {}, ['COORDINATOR']],
    ['NationalRegistry.maskingKeyFingerprint', {}, ['COORDINATOR']],
    ['NationalRegistry.countryKeys', {}, ['COORDINATOR']],
    ['NationalRegistry.disclosureLog', {}, ['COORDINATOR']],
    ['NationalRegistry.disclosureSettings', {}, ['COORDINATOR']],
    ['Patient.history', {}, ['COORDINATOR']],
    ['FranceOperations.importBundle', {}, ['COORDINATOR']],
    ['FranceOperations.withdrawConsent', { patientCode: ownPatient }, ['COORDINATOR']],
    ['FranceOperations.notifyFailure', notify(ownPatient), ['COORDINATOR', 'CENTER']],
    ['FranceOperations.notifyFailure', notify(othersPatient), ['COORDINATOR']],
    ['FranceOperations.setEhdsOptOut', { patientCode: ownPatient }, ['COORDINATOR']],
    ['FranceOperations.recordCenter', { input: { centerCode: 'FR-001' } }, ['COORDINATOR']],
    ['FranceOperations.correctCenter', { centerCode: 'FR-001' }, ['COORDINATOR']],
    ['FranceOperations.recordPatient', { input: { patientCode: ownPatient, centerCode: 'FR-001' } }, ['COORDINATOR', 'CENTER']],
    ['FranceOperations.recordPatient', { input: { patientCode: ownPatient, centerCode: 'FR-002' } }, ['COORDINATOR']],
    ['FranceOperations.voidPatient', { patientCode: ownPatient }, ['COORDINATOR', 'CENTER']],
    ['FranceOperations.recordAssessment', notify(ownPatient), ['COORDINATOR', 'CENTER']],
    ['FranceOperations.recordAssessment', notify(othersPatient), ['COORDINATOR']],
    ['FranceOperations.correctDose', { patientCode: ownPatient, ...notify(ownPatient) }, ['COORDINATOR', 'CENTER']],
    ['FranceOperations.correctDose', { patientCode: ownPatient, ...notify(othersPatient) }, ['COORDINATOR']],
    ['FranceOperations.correctDose', { patientCode: othersPatient, ...notify(ownPatient) }, ['COORDINATOR']],
    ['FranceOperations.voidMutation', { patientCode: othersPatient }, ['COORDINATOR']],
    ['FranceOperations.answerDataQuery', { id: '1' }, ['COORDINATOR', 'CENTER']],
    ['FranceOperations.raiseDataQuery', { patientCode: ownPatient }, withoutCenter],
    ['FranceOperations.closeDataQuery', { id: '1' }, withoutCenter],
    ['FranceOperations.verifyAssessment', { patientCode: ownPatient }, withoutCenter],
    ['FranceOperations.verifyMutation', { patientCode: ownPatient }, withoutCenter],
    ['FranceOperations.recordMonitoringVisit', { center: 'FR-001' }, withoutCenter],
    ['FranceOperations.rederive', { all: true }, ['COORDINATOR']],
    ['FranceOperations.confirmCountryKey', { country: 'DE' }, ['COORDINATOR']],
    ['FranceOperations.setDisclosurePolicy', {}, ['COORDINATOR']],
    ['FranceOperations.setRecordStatus', { status: 'VALIDATED' }, withoutCenter],
    ['FranceOperations.setRecordStatus', { status: 'LOCKED' }, ['COORDINATOR']],
  ])('%s %j', (place, args, allowed) => {
    const [typeName = '', field = ''] = place.split('.');
    expect(everyone.filter((who) => rights[typeName]?.[field]?.(callers[who], args))).toEqual(
      everyone.filter((who) => allowed.includes(who)),
    );
  });

  it('covers every field of every door, and no field that is not there', async () => {
    const schema = await buildNationalSchema({ country });
    for (const [typeName, { '*': others, ...byField }] of Object.entries(rights)) {
      const type = schema.getType(typeName);
      const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
      const named = Object.keys(byField).toSorted();
      expect(others ? fields.filter((field) => named.includes(field)).toSorted() : fields.toSorted()).toEqual(named);
    }
  });
});
