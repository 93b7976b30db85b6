import { europeanPolicy, nationalPolicy, nationalRole, pooledRole } from '../disclosure';
import type { Caller, Role } from '../identity';
import type { FieldArguments } from './center-codes';
import { rightTo } from './right-to';
import { rightsTable } from './rights-table';

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
const notify = (patientCode: string): FieldArguments => ({ input: { patientCode } });

describe('who may ask for what', () => {
  it.each<[field: string, args: FieldArguments, allowed: readonly Who[]]>([
    ['Query.<country>', {}, everyone],
    ['Query._entities', {}, everyone],
    ['Country.registry', {}, everyone],
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
    ['Patient.history', {}, ['COORDINATOR']],
    ['NationalRegistry.maskingKeyFingerprint', {}, ['COORDINATOR']],
    ['NationalRegistry.countryKeys', {}, ['COORDINATOR']],
    ['NationalOperations.confirmCountryKey', { country: 'DE' }, ['COORDINATOR']],
    ['NationalRegistry.disclosureLog', {}, ['COORDINATOR']],
    ['NationalRegistry.settings', {}, ['COORDINATOR']],
    ['NationalOperations.setExpectedFields', {}, ['COORDINATOR']],
    ['NationalOperations.closeCenter', {}, ['COORDINATOR']],
    ['NationalOperations.reopenCenter', {}, ['COORDINATOR']],
    ['NationalOperations.setDisclosurePolicy', {}, ['COORDINATOR']],
    ['NationalOperations.importBundle', {}, ['COORDINATOR']],
    ['NationalOperations.withdrawConsent', { patientCode: ownPatient }, ['COORDINATOR']],
    ['NationalOperations.notifyFailure', notify(ownPatient), ['COORDINATOR', 'CENTER']],
    ['NationalOperations.notifyFailure', notify(othersPatient), ['COORDINATOR']],
    ['NationalOperations.setEhdsOptOut', { patientCode: ownPatient }, ['COORDINATOR']],
    ['NationalOperations.recordCenter', { input: { centerCode: 'FR-001' } }, ['COORDINATOR']],
    ['NationalOperations.correctCenter', { centerCode: 'FR-001' }, ['COORDINATOR']],
    ['NationalOperations.recordPatient', { input: { patientCode: ownPatient, centerCode: 'FR-001' } }, ['COORDINATOR', 'CENTER']],
    ['NationalOperations.recordPatient', { input: { patientCode: ownPatient, centerCode: 'FR-002' } }, ['COORDINATOR']],
    ['NationalOperations.voidPatient', { patientCode: ownPatient }, ['COORDINATOR', 'CENTER']],
    ['NationalOperations.recordAssessment', notify(ownPatient), ['COORDINATOR', 'CENTER']],
    ['NationalOperations.recordAssessment', notify(othersPatient), ['COORDINATOR']],
    ['NationalOperations.correctDose', { patientCode: ownPatient, ...notify(ownPatient) }, ['COORDINATOR', 'CENTER']],
    ['NationalOperations.correctDose', { patientCode: ownPatient, ...notify(othersPatient) }, ['COORDINATOR']],
    ['NationalOperations.correctDose', { patientCode: othersPatient, ...notify(ownPatient) }, ['COORDINATOR']],
    ['NationalOperations.voidMutation', { patientCode: othersPatient }, ['COORDINATOR']],
    ['NationalOperations.answerDataQuery', { id: '1' }, ['COORDINATOR', 'CENTER']],
    ['NationalOperations.raiseDataQuery', { patientCode: ownPatient }, withoutCenter],
    ['NationalOperations.closeDataQuery', { id: '1' }, withoutCenter],
    ['NationalOperations.verifyAssessment', { patientCode: ownPatient }, withoutCenter],
    ['NationalOperations.verifyMutation', { patientCode: ownPatient }, withoutCenter],
    ['NationalOperations.recordMonitoringVisit', { center: 'FR-001' }, withoutCenter],
    ['NationalOperations.rederive', { all: true }, ['COORDINATOR']],
    ['NationalOperations.setRecordStatus', { status: 'VALIDATED' }, withoutCenter],
    ['NationalOperations.setRecordStatus', { status: 'LOCKED' }, ['COORDINATOR']],
  ])('%s %j', (place, args, allowed) => {
    expect(everyone.filter((who) => rightTo(place, 'FR')?.(callers[who], args))).toEqual(everyone.filter((who) => allowed.includes(who)));
  });

  it('knows no right to what is in no row', () => {
    expect(rightTo('NationalRegistry.somethingNew', 'FR')).toBeUndefined();
    expect(rightTo('NationalRegistry.constructor', 'FR')).toBeUndefined();
  });

  it('names each field once, but for a condition', () => {
    const named = rightsTable.flatMap(({ fields }) => fields.map(({ field, where }) => JSON.stringify([field, where])));
    expect(named).toEqual([...new Set(named)]);
  });
});

describe('what the table says of figures is what disclosure control does:', () => {
  const rowOf = (field: string): (typeof rightsTable)[number] | undefined =>
    rightsTable.find(({ fields }) => fields.some((one) => one.field === field));

  it.each(['LEAD', 'DASHBOARD', 'COORDINATOR', 'VALIDATOR', 'CENTER', 'ADMIN'] as const)('for a %s', (role) => {
    const caller = callers[role];
    const released = (field: string): unknown => rowOf(field)?.grants[role]?.release;
    const pooled = pooledRole(caller);
    const european = pooled && europeanPolicy(pooled, []);
    const national = nationalRole(caller, 'FR');
    const { threshold, extremesReleased } = european ?? {};
    expect(rowOf('POST /partial')?.grants[role] !== undefined).toBe(european !== undefined);
    expect(released('Europe.cohort')).toEqual(european && { threshold, ...(extremesReleased && { extremes: true }) });
    expect((released('NationalRegistry.cohort') as { threshold: number } | undefined)?.threshold).toBe(
      national && nationalPolicy(national, []).threshold,
    );
  });
});
