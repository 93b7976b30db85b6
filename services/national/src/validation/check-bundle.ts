import { futureDateFindings } from '@registry-hub/shared/clinical';
import { type CalendarDate, columnName } from '@registry-hub/shared/domain';
import type { NationalExtension } from '../extension';
import { compareProblems, type ImportProblem, type ParsedBundle } from '../intake';
import { checkCases } from './check-cases';
import { checkExtensionRecords } from './check-extension-records';
import type { CheckedBundle } from './checked-bundle';
import type { ExistingRegistry } from './existing-registry';
import { lockedRecordProblems } from './locked-records';
import { missingFiles } from './missing-files';
import { referenceProblems } from './references';
import { withdrawalsIn } from './withdrawals';

export interface CheckContext {
  /** The registry's own, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly today: CalendarDate;
  /** Those that are on. */
  readonly extensions?: readonly NationalExtension[];
}

/**
 * Holds a bundle that was read against itself, the registry and the clinical rules. Dry run and real import are the same up to here.
 * Every problem is listed, not the first; never throws for what a bundle holds.
 */
export function checkBundle(
  bundle: ParsedBundle,
  existing: ExistingRegistry,
  { country, today, extensions = [] }: CheckContext,
): CheckedBundle {
  const withdrawals = withdrawalsIn(bundle.records);
  const withdrawn = new Set(withdrawals.keys());
  const refusing = [
    ...bundle.problems.filter(({ severity }) => severity === 'HARD'),
    ...missingFiles(bundle, existing.isEmpty, country),
    ...referenceProblems(bundle, existing, withdrawn),
    ...lockedRecordProblems(bundle, existing, withdrawn),
    ...centersOfTheFuture(bundle, today),
  ];
  const told = bundle.problems.filter(({ severity }) => severity !== 'HARD');
  const { cases, others, problems, refused } = checkCases(bundle, existing, today);
  const extended = checkExtensionRecords(bundle, existing, {
    extensions,
    today,
    withdrawn,
    cases: new Map(cases.map(({ facts }) => [facts.patient.patientCode, facts])),
  });
  const refusesRecords = extended.problems.some(({ severity }) => severity === 'HARD');
  return {
    problems: [...refusing, ...told, ...problems, ...extended.problems].toSorted(compareProblems),
    refused: refused || refusing.length > 0 || refusesRecords,
    centers: bundle.records.center.map(({ record }) => record),
    cases,
    extensionRecords: extended.changes,
    withdrawals: [...withdrawals.values()],
    others,
  };
}

function centersOfTheFuture({ records }: ParsedBundle, today: CalendarDate): readonly ImportProblem[] {
  return records.center.flatMap(({ record, file, line }) =>
    futureDateFindings('center', record, today).map(({ rule, severity, message, at }) => ({
      severity,
      file,
      line,
      ...(at.field !== undefined && { column: columnName(at.field) }),
      rule,
      message,
    })),
  );
}
