import type { CheckedBundle, ExistingRegistry } from '../validation';
import type { ChangePart } from '../writing';

/** What storing a checked bundle, or a portion of one, changes in the registry. */
export function changeOf({ centers, cases, extensionRecords, withdrawals, others }: CheckedBundle, existing: ExistingRegistry): ChangePart {
  return {
    centers: centers.map((after) => ({ before: existing.centers.get(after.centerCode), after })),
    cases: cases.map(({ facts, derived, findings }) => ({
      before: existing.cases.get(facts.patient.patientCode),
      after: facts,
      derived,
      findings,
    })),
    extensionRecords,
    withdrawals,
    others,
  };
}
