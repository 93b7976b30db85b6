import type { CaseFacts, Center, DerivedCase, Finding } from '@registry-hub/shared/domain';
import type { ImportProblem } from '../intake';
import type { CaseRecords } from './case-records';
import type { ExtensionRecordChange } from './extension-record-change';
import type { Withdrawal } from './withdrawals';

export interface CheckedCase {
  /** The registry's facts with the bundle's put over them by natural key, in key order: the case as it stands after the import. */
  readonly facts: CaseFacts;
  /** What follows from these facts. */
  readonly derived: DerivedCase;
  readonly incoming: CaseRecords;
  /** What becomes a data query: every finding that does not refuse the bundle. */
  readonly findings: readonly Finding[];
}

export interface CheckedBundle {
  /** Those of reading the bundle included; sorted by file, line and column. */
  readonly problems: readonly ImportProblem[];
  /** Whether any problem forbids storing: then nothing of the bundle may be stored. */
  readonly refused: boolean;
  /** The centres of the bundle. */
  readonly centers: readonly Center[];
  /** The patients of the bundle whose own record is in it or in the registry, in code order, withdrawn ones left out. */
  readonly cases: readonly CheckedCase[];
  /** Records of extensions that are not stored just so. */
  readonly extensionRecords: readonly ExtensionRecordChange[];
  /** Withdrawals of consent that the bundle tells of. */
  readonly withdrawals: readonly Withdrawal[];
  /** What the registry's other patients are suspected of once the bundle is stored, by code; perhaps nothing any more. */
  readonly others: ReadonlyMap<string, readonly Finding[]>;
}
