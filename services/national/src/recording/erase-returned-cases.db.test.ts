import { caseFacts } from '@registry-hub/shared/testing';
import { verifyAuditTrail } from '../audit';
import { RegistryWriter } from '../storage';
import { askOperation, callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';
import { eraseReturnedCases } from './erase-returned-cases';

const withdrawn = 'FR-001-0001';
const other = 'FR-001-0002';

describe('a registry restored from a backup older than a withdrawal', () => {
  let registry: TestRegistry;
  let restored: TestRegistry;
  beforeEach(async () => {
    [registry, restored] = await Promise.all([openTestRegistry(), openTestRegistry()]);
    for (const one of [registry, restored]) {
      const cases = [withdrawn, other].map((patientCode) => caseFacts({ patient: { patientCode } }));
      await one.importCases([{ centerCode: 'FR-001', name: 'Poitiers' }], cases);
    }
    // a backup holds the key under which tombstones are made
    const [{ key }] = await registry.dataSource.query('SELECT withdrawal_key AS key FROM registry_state');
    await restored.dataSource.query('UPDATE registry_state SET withdrawal_key = $1', [key]);
    const args = { patientCode: ['ID!', withdrawn], on: ['CalendarDate!', '2006-01-10'] } as const;
    await askOperation(registry, callerAs('COORDINATOR'), 'withdrawConsent', args, '{ patientCode }');
  });
  afterEach(() => Promise.all([registry.close(), restored.close()]));

  const erase = (): Promise<number> => {
    const { dataSource } = restored;
    return eraseReturnedCases({ dataSource, writer: new RegistryWriter(dataSource), clock: () => TEST_NOW });
  };
  const rows = (statement: string): Promise<unknown[]> => restored.dataSource.query(statement);

  it('erases the case again, once the tombstones made since are there', async () => {
    expect(await erase()).toBe(0);
    for (const { code_digest: digest, withdrawn_on: on } of await registry.dataSource.query('SELECT * FROM withdrawals')) {
      await restored.dataSource.query('INSERT INTO withdrawals (code_digest, withdrawn_on) VALUES ($1, $2)', [digest, on]);
    }
    expect(await erase()).toBe(1);
    expect(await rows('SELECT patient_code FROM patients')).toEqual([{ patient_code: other }]);
    expect(await rows('SELECT patient_code FROM derived_cases')).toEqual([{ patient_code: other }]);
    expect(await rows(`SELECT actor, roles FROM audit_entries WHERE action = 'WITHDRAW_CONSENT'`)).toEqual([
      { actor: 'registry', roles: [] },
    ]);
    expect(await verifyAuditTrail(restored.dataSource)).toMatchObject({ valid: true });
    expect(await erase()).toBe(0);
  });
});
