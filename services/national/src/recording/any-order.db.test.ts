import { comparableCase, deriveCase, likelyDuplicates } from '@registry-hub/shared/clinical';
import type { DerivedCase } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import * as fc from 'fast-check';
import { verifyAuditTrail } from '../audit';
import { CaseStore, DerivedCaseSource, WithdrawalStore } from '../storage';
import { openTestRegistry, type TestRegistry } from '../testing';
import { center, codes, enrolled, type Operation, operation } from './testing';

/** Everything that is true of a registry after whatever was done to it. */
async function expectConsistent(registry: TestRegistry): Promise<void> {
  const { dataSource } = registry;
  const cases = await new CaseStore(dataSource.manager).load(codes);
  const derived = new Map<string, DerivedCase>();
  await new DerivedCaseSource(dataSource).readAll((_caseNumber, one) => one && derived.set(one.patientCode, one));
  expect(derived).toEqual(new Map([...cases].map(([code, facts]) => [code, deriveCase(facts)])));

  const withdrawn = await new WithdrawalStore(dataSource.manager).among(codes);
  expect([...cases.keys()].filter((code) => withdrawn.has(code))).toEqual([]);

  const suspected: { code: string }[] = await dataSource.query(
    `SELECT patient_code AS code FROM data_queries WHERE rule = 'LIKELY_DUPLICATE' AND state <> 'CLOSED' ORDER BY patient_code`,
  );
  const alike = likelyDuplicates([...cases.values()].map(comparableCase));
  expect(suspected.map(({ code }) => code)).toEqual(alike.map(({ at }) => at.key[0]));
}

const versions = async ({ dataSource }: TestRegistry): Promise<unknown> =>
  dataSource.query('SELECT patient_code, version FROM patients ORDER BY patient_code');

describe('whatever is done to a registry, in whatever order', () => {
  it('leaves every derived row as it would be derived anew, nobody withdrawn, and the audit chain whole', async () => {
    let succeeded = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 30, maxLength: 40, size: 'max' }), async (operations: readonly Operation[]) => {
        const registry = await openTestRegistry();
        try {
          await registry.importCases([center], enrolled);
          for (const { run } of operations) {
            const before = await versions(registry);
            const refused = await run(registry).then(
              () => false,
              (error: unknown) => error instanceof HubError || Promise.reject(error as Error),
            );
            if (refused) expect(await versions(registry)).toEqual(before);
            else succeeded += 1;
            await expectConsistent(registry);
          }
          expect(await verifyAuditTrail(registry.dataSource)).toMatchObject({ valid: true });
        } finally {
          await registry.close();
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
    // so that the property speaks of changes, and not of refusals alone
    expect(succeeded).toBeGreaterThan(20);
  }, 180_000);
});
