import type { CalendarDate, Finding } from '@registry-hub/shared/domain';
import type { ImportProblem, ParsedBundle } from '../intake';
import { bundleCases } from './bundle-cases';
import { compareCases, findingsOf, findingsOfOthers } from './case-comparison';
import type { CheckedCase } from './checked-bundle';
import type { ExistingRegistry } from './existing-registry';
import { findingsOfPartialCase } from './partial-case';
import { placeFindings } from './place-findings';

export interface CheckedCases {
  readonly cases: readonly CheckedCase[];
  /** What the registry's other patients are suspected of now, by code. */
  readonly others: ReadonlyMap<string, readonly Finding[]>;
  readonly problems: readonly ImportProblem[];
  readonly refused: boolean;
}

/** Runs the clinical rules over every patient of the bundle, as the case stands after the import. */
export function checkCases(bundle: ParsedBundle, existing: ExistingRegistry, today: CalendarDate): CheckedCases {
  const all = bundleCases(bundle, existing);
  const comparison = compareCases(
    all.filter(({ storable }) => storable),
    existing,
  );
  const isReported = reportedPlaces(bundle.problems);

  const cases: CheckedCase[] = [];
  const problems: ImportProblem[] = [];
  let refused = false;
  for (const candidate of all) {
    const { facts, derived, incoming, whole, storable } = candidate;
    const found = findingsOf(candidate, comparison, today);
    const { refusing, queries } = whole ? found : findingsOfPartialCase(found, incoming);
    const findings = storable ? queries : [];
    for (const problem of placeFindings([...refusing, ...findings], incoming)) if (!isReported(problem)) problems.push(problem);
    refused ||= refusing.length > 0;
    if (storable) cases.push({ facts, derived, incoming, findings });
  }
  return { cases, others: findingsOfOthers(comparison, existing), problems, refused };
}

const placeOf = ({ file, line, column }: ImportProblem): string => `${file}\0${line}\0${column}`;

/** A cell that could not be read is empty for the rules; what they say of it has been said. */
function reportedPlaces(problems: readonly ImportProblem[]): (problem: ImportProblem) => boolean {
  const places = new Set(problems.filter(({ column }) => column !== undefined).map(placeOf));
  return (problem) => places.size > 0 && places.has(placeOf(problem));
}
