import { bundleFormat, type CalendarDate, columnName, type Failure } from '@registry-hub/shared/domain';
import { badUserInput, type InputProblem } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { loadExistingRegistry, storeCases } from '../import';
import type { ImportProblem, ParsedBundle, SourcedRecords } from '../intake';
import { checkBundle } from '../validation';

export interface RecordedOn {
  readonly country: string;
  readonly today: CalendarDate;
  readonly now: Date;
}

const nothing: SourcedRecords = {
  center: [],
  patient: [],
  diagnosis: [],
  treatment: [],
  dose: [],
  assessment: [],
  mutation: [],
  adverseEvent: [],
  failure: [],
};

/**
 * Takes a notification in by the very rules of an import: it is a bundle of one row.
 *
 * @throws HubError BAD_USER_INPUT with the fields of the input that the rules refuse
 */
export async function acceptFailure(manager: EntityManager, failure: Failure, { country, today, now }: RecordedOn): Promise<void> {
  const bundle = bundleOf(failure);
  const checked = checkBundle(bundle, await loadExistingRegistry(manager, bundle), { country, today });
  if (checked.refused) throw badUserInput(...checked.problems.filter(({ severity }) => severity === 'HARD').map(inputProblem));
  await storeCases(manager, checked.centers, checked.cases, now);
}

function bundleOf(failure: Failure): ParsedBundle {
  return {
    records: { ...nothing, failure: [{ record: failure, file: bundleFormat.failure.file, line: 1 }] },
    problems: [],
    rows: 1,
    kinds: new Set(['failure']),
    gaps: { kinds: new Set(), codes: new Set(), patients: new Set() },
  };
}

function inputProblem({ file, column, message }: ImportProblem): InputProblem {
  const { failure } = bundleFormat;
  const field = file === failure.file ? Object.keys(failure.columns).find((name) => columnName(name) === column) : undefined;
  return { field: field === undefined ? 'input' : `input.${field}`, message };
}
