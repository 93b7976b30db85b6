import {
  type CaseFacts,
  type Drug,
  dateOfDayNumber,
  dayNumber,
  failureSubcategories,
  phases,
  type RecordStatus,
  recordStatuses,
  sexes,
} from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import * as fc from 'fast-check';
import type { InputValues } from '../../intake';
import { callerAs, type TestRegistry } from '../../testing';
import type { ChildKind } from '../../validation';
import { storedCase, storedRecord } from './stored-record';

/** One thing that may be done to a registry; whether it succeeds depends on what was done before. */
export interface Operation {
  readonly name: string;
  readonly run: (registry: TestRegistry) => Promise<unknown>;
}

export const center = { centerCode: 'FR-001', name: 'Poitiers' } as const;
export const codes = ['FR-001-0001', 'FR-001-0002', 'FR-001-0003', 'FR-001-0004'] as const;
/** Those who are registered from the beginning: two who are alike, and one who isn't. */
export const enrolled: readonly CaseFacts[] = [
  caseFacts({ mutations: [{}] }),
  caseFacts({ patient: { patientCode: codes[1] } }),
  caseFacts({ patient: { patientCode: codes[2], sex: 'M' }, failure: undefined, treatments: [{}], adverseEvents: [{ action: 'NONE' }] }),
];
const desks = (registry: TestRegistry): ReturnType<TestRegistry['contextOf']> => registry.contextOf(callerAs('COORDINATOR'));

const code = fc.constantFrom(...codes);
// few days and few values, so that operations meet on the same records
const day = fc.integer({ min: 0, max: 12 }).map((months) => dateOfDayNumber(dayNumber('2002-01-15') + months * 61));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const line = fc.integer({ min: 1, max: 2 });

/** The fields of each kind of record, without the patient's code. */
const records: { readonly [K in ChildKind]: fc.Arbitrary<InputValues> } = {
  diagnosis: fc.record({
    disease: fc.constantFrom('9875/3', '8890/3'),
    diagnosedOn: fc.constantFrom('2001-12-03', '2001-11-03', '2002-02-01'),
    phase: maybe(fc.constantFrom(...phases)),
    wbc: maybe(fc.constantFrom(3, 120)),
    phPositive: maybe(fc.boolean()),
  }),
  treatment: fc.record({
    line,
    drug: fc.constantFrom<Drug>('IMATINIB', 'DASATINIB'),
    startedOn: day,
    stoppedOn: maybe(day),
    prospectiveStudy: maybe(fc.constant('SPIRIT')),
  }),
  dose: fc.record({ line, fromOn: day, mgPerDay: fc.constantFrom(400, 450, 4000) }),
  assessment: fc.record({
    assessedOn: day,
    phase: maybe(fc.constantFrom(...phases)),
    completeHematologicResponse: maybe(fc.boolean()),
    metaphasesExamined: maybe(fc.constantFrom(10, 20)),
    metaphasesPhPositive: maybe(fc.constantFrom(0, 12, 20)),
    bcrAbl1IsPct: maybe(fc.constantFrom(0.05, 12)),
  }),
  mutation: fc.record({ sampledOn: day, variant: fc.constantFrom('T315I', 'p.(Met351Thr)'), vafPct: maybe(fc.constant(40)) }),
  adverseEvent: fc.record({
    term: fc.constantFrom('Rash', 'Nausea'),
    onsetOn: day,
    grade: fc.integer({ min: 1, max: 5 }),
    resolvedOn: maybe(day),
  }),
  failure: fc.record({
    notifiedOn: fc.constantFrom('2004-05-01', '2005-02-10'),
    failedOn: fc.constantFrom('2003-01-20', '2003-05-20', '2002-01-15'),
    reportedSubcategory: fc.constantFrom(...failureSubcategories),
  }),
};
const patientFields = fc.record({
  centerCode: fc.constant(center.centerCode),
  sex: fc.constantFrom(...sexes.slice(0, 2)),
  birthMonth: fc.constantFrom('1950-06', '1990-06'),
  vitalStatus: fc.constantFrom('ALIVE', 'LOST'),
  lastContactOn: maybe(fc.constantFrom('2005-06-15', '2004-01-15')),
  consentedOn: maybe(fc.constant('2005-01-20')),
});

const anyRecord = fc
  .constantFrom(...(Object.keys(records) as ChildKind[]))
  .chain((kind) => fc.tuple(fc.constant(kind), code, records[kind]));
const reason = 'Typing error.';

const enrol = fc.tuple(code, patientFields).map(
  ([patientCode, fields]): Operation => ({
    name: `enrol ${patientCode}`,
    run: (registry) => desks(registry).recordDesk.enrol({ patientCode, ...fields }),
  }),
);
const record = anyRecord.map(
  ([kind, patientCode, fields]): Operation => ({
    name: `record ${kind} of ${patientCode} ${JSON.stringify(fields)}`,
    run: (registry) => desks(registry).recordDesk.record(kind, { patientCode, ...fields }, undefined),
  }),
);
const notify = fc.tuple(code, records.failure).map(
  ([patientCode, fields]): Operation => ({
    name: `notify ${patientCode} ${JSON.stringify(fields)}`,
    run: (registry) => desks(registry).recordDesk.notifyFailure({ patientCode, ...fields }, undefined),
  }),
);
/** Corrects to the given values whatever record of the kind and patient comes at this place. */
const correct = fc.tuple(anyRecord, fc.nat(5)).map(
  ([[kind, patientCode, fields], place]): Operation => ({
    name: `correct ${kind} ${place} of ${patientCode} to ${JSON.stringify(fields)}`,
    run: async (registry) => {
      const found = await storedRecord(registry, kind, patientCode, place);
      await desks(registry).recordDesk.correct(kind, found.key, { patientCode, ...fields }, { reason, expectedVersion: found.version });
    },
  }),
);
const voidRecord = fc.tuple(anyRecord, fc.nat(5)).map(
  ([[kind, patientCode], place]): Operation => ({
    name: `void ${kind} ${place} of ${patientCode}`,
    run: async (registry) => {
      const found = await storedRecord(registry, kind, patientCode, place);
      await desks(registry).recordDesk.voidRecord(kind, found.key, { reason, expectedVersion: found.version });
    },
  }),
);
const correctPatient = fc.tuple(code, patientFields).map(
  ([patientCode, fields]): Operation => ({
    name: `correct ${patientCode} to ${JSON.stringify(fields)}`,
    run: async (registry) => {
      const { version } = await storedCase(registry, patientCode);
      await desks(registry).recordDesk.correct(
        'patient',
        { patientCode },
        { patientCode, ...fields },
        { reason, expectedVersion: version },
      );
    },
  }),
);
const voidPatient = code.map(
  (patientCode): Operation => ({
    name: `void ${patientCode}`,
    run: async (registry) => {
      const { version } = await storedCase(registry, patientCode);
      await desks(registry).recordDesk.voidPatient(patientCode, { reason, expectedVersion: version });
    },
  }),
);
const setStatus = fc.tuple(code, fc.constantFrom(...recordStatuses)).map(
  ([patientCode, status]: [string, RecordStatus]): Operation => ({
    name: `move ${patientCode} to ${status}`,
    run: (registry) => desks(registry).statusDesk.setRecordStatus({ patientCode, status, reason, expectedVersion: undefined }),
  }),
);
const optOut = fc.tuple(code, fc.boolean()).map(
  ([patientCode, out]): Operation => ({
    name: `opt ${out ? 'out' : 'in'} ${patientCode}`,
    run: (registry) => desks(registry).consentDesk.setEhdsOptOut(patientCode, out, '2026-05-01', undefined),
  }),
);
const withdraw = code.map(
  (patientCode): Operation => ({
    name: `withdraw ${patientCode}`,
    run: (registry) => desks(registry).consentDesk.withdraw(patientCode, '2006-01-10'),
  }),
);
const importCases = fc.tuple(fc.uniqueArray(code, { minLength: 1, maxLength: 3 }), fc.constantFrom(3, 120), fc.boolean(), fc.boolean()).map(
  ([imported, wbc, withdrawn, dryRun]): Operation => ({
    name: `import ${imported.join(', ')} with wbc ${wbc}${withdrawn ? ', the first one withdrawn' : ''}${dryRun ? ', as a dry run' : ''}`,
    run: (registry) => {
      const cases = imported.map(
        (patientCode, index): CaseFacts =>
          caseFacts({
            patient: { patientCode, ...(withdrawn && index === 0 && { consentWithdrawnOn: '2006-01-10' }) },
            diagnosis: { wbc },
            mutations: [{}],
          }),
      );
      return registry.importCases([], cases, dryRun);
    },
  }),
);

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: enrol },
  { weight: 8, arbitrary: record },
  { weight: 3, arbitrary: notify },
  { weight: 6, arbitrary: correct },
  { weight: 6, arbitrary: voidRecord },
  { weight: 2, arbitrary: correctPatient },
  { weight: 1, arbitrary: voidPatient },
  { weight: 3, arbitrary: setStatus },
  { weight: 2, arbitrary: optOut },
  { weight: 1, arbitrary: withdraw },
  { weight: 4, arbitrary: importCases },
);
