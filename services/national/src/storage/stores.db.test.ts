import { deriveCase } from '@registry-hub/shared/clinical';
import { inTransaction, migrate } from '@registry-hub/shared/database';
import type { DerivedCase } from '@registry-hub/shared/domain';
import { caseFacts, createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import type { DataSource } from 'typeorm';
import { CaseStore } from './case-store';
import { createDataSource } from './data-source';
import { DerivedCaseSource } from './derived-case-source';
import { DerivedCaseStore } from './derived-case-store';
import { RegistryStateStore } from './registry-state-store';
import { inRegistryWrite } from './transaction';

const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];
const code = 'FR-001-0001';
const facts = caseFacts({ mutations: [{}], adverseEvents: [{ term: 'A "quoted", {braced} \\ term' }] });

describe('the stores', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 4, logger: { warn: () => undefined } });
    await migrate(dataSource);
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  describe('of cases', () => {
    it('gives back what it was given, unknown fields absent', async () => {
      const store = new CaseStore(dataSource.manager);
      await store.save(centers, [facts]);
      expect(await store.load([code, 'FR-001-0099'])).toEqual(new Map([[code, facts]]));
    });

    it('tells what it really changed', async () => {
      const store = new CaseStore(dataSource.manager);
      expect(await store.save(centers, [facts])).toEqual({ changedRows: 11, changedPatients: new Set([code]) });
      expect(await store.save(centers, [facts])).toEqual({ changedRows: 0, changedPatients: new Set() });
      const healthier = caseFacts({ patient: { lastContactOn: '2006-01-01' } });
      expect(await store.save([{ centerCode: 'FR-001', name: 'CHU Poitiers' }], [healthier])).toEqual({
        changedRows: 2,
        changedPatients: new Set([code]),
      });
    });

    it.each([
      ['a patient of no known centre', [], facts, /patients_center_code_fkey/],
      ['a dose of no known line', centers, caseFacts({ doses: [{ line: 9 }] }), /doses_patient_code_line_fkey/],
      [
        'more Ph+ metaphases than examined',
        centers,
        caseFacts({ assessments: [{ metaphasesPhPositive: 21 }] }),
        /assessments_metaphases_check/,
      ],
      ['a value outside its hard range', centers, caseFacts({ diagnosis: { hemoglobin: 5 } }), /diagnoses_hemoglobin_check/],
      ['a death without a date', centers, caseFacts({ patient: { vitalStatus: 'DEAD' } }), /patients_death_check/],
      ["a code under another centre's", centers, caseFacts({ patient: { patientCode: 'FR-002-0001' } }), /patients_center_check/],
    ])('is kept by the database from storing %s', async (_, known, refused, constraint) => {
      await expect(new CaseStore(dataSource.manager).save(known, [refused])).rejects.toThrow(constraint);
    });
  });

  describe('of derived cases', () => {
    const derived: DerivedCase = {
      ...deriveCase(facts),
      tkiDiscontinuationReason: 'TREATMENT_FREE_REMISSION',
      treatmentFreeRemissionStartedOn: '2010-03-01',
      treatmentFreeRemissionLostOn: '2010-07-01',
      treatmentFreeRemissionMonitoredUntil: '2010-07-01',
      progressedAfterTreatmentFreeRemissionOn: '2012-01-01',
      treatmentFreeRemissionCriteria: 'MINIMAL',
    };
    const bare: DerivedCase = {
      ...deriveCase(
        caseFacts({ patient: { patientCode: 'FR-001-0002' }, diagnosis: undefined, failure: undefined, treatments: [], doses: [] }),
      ),
      scores: { SOKAL: { value: 0.1 + 0.2, group: 'LOW' } },
    };

    it('gives back what it was given, with the revision it belongs to', async () => {
      await new CaseStore(dataSource.manager).save(centers, [facts, caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
      const store = new DerivedCaseStore(dataSource.manager);
      expect(await store.save([bare, derived])).toBe(2);
      expect(await store.save([derived, bare])).toBe(0);
      await new RegistryStateStore(dataSource.manager).raiseRevision();

      const read: (DerivedCase | undefined)[] = [];
      const visit = (_caseNumber: number, one: DerivedCase | undefined): void => void read.push(one);
      const state = await new DerivedCaseSource(dataSource).readAll(visit);
      expect(state).toMatchObject({ revision: 1 });
      expect(
        read
          .splice(0)
          .toSorted((one, other) => (one === undefined || other === undefined ? 0 : one.patientCode.localeCompare(other.patientCode))),
      ).toEqual([derived, bare]);
      expect(await new DerivedCaseSource(dataSource).readChanges(state, visit)).toMatchObject({ revision: 1 });
      expect(read).toEqual([]);
      expect(await store.remove([code, 'FR-001-0099'])).toBe(1);
      await new DerivedCaseSource(dataSource).readChanges(state, visit);
      expect(read).toEqual([undefined]);
    });
  });

  describe('within a transaction', () => {
    const revision = (): Promise<number> => new RegistryStateStore(dataSource.manager).revision();

    it('keep all of the work, or none of it', async () => {
      const raise = (): Promise<number> => inTransaction(dataSource, (manager) => new RegistryStateStore(manager).raiseRevision());
      expect(await raise()).toBe(1);
      await inTransaction(
        dataSource,
        (manager) => new RegistryStateStore(manager).raiseRevision(),
        () => false,
      );
      const failing = inTransaction(dataSource, async (manager) => {
        await new RegistryStateStore(manager).raiseRevision();
        throw new Error('in the middle');
      });
      await expect(failing).rejects.toThrow('in the middle');
      expect(await revision()).toBe(1);
    });

    it('write to the registry one after the other', async () => {
      const inside: string[] = [];
      const write = (name: string): Promise<void> =>
        inRegistryWrite(dataSource, async (manager) => {
          inside.push(`${name} in`);
          await new RegistryStateStore(manager).raiseRevision();
          inside.push(`${name} out`);
        });
      await Promise.all([write('a'), write('b'), write('c')]);
      expect(inside.filter((_, index) => index % 2 === 0).map((entry) => entry.replace(' in', ' out'))).toEqual(
        inside.filter((_, index) => index % 2 === 1),
      );
      expect(await revision()).toBe(3);
    });
  });
});
