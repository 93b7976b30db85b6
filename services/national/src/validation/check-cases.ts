import { checkCase, comparableCase, latestNews, likelyDuplicates, type RuleContext } from '@registry-hub/shared/clinical';
import type { CalendarDate, Finding } from '@registry-hub/shared/domain';
import type { ImportProblem, ParsedBundle } from '../intake';
import { type BundleCase, bundleCases } from './bundle-cases';
import type { CheckedCase } from './checked-bundle';
import type { ExistingRegistry } from './existing-registry';
import { findingsOfPartialCase } from './partial-case';
import { placeFindings } from './place-findings';

export interface CheckedCases {
  readonly cases: readonly CheckedCase[];
  readonly problems: readonly ImportProblem[];
  readonly refused: boolean;
}

/** Runs the clinical rules over every patient of the bundle, as the case stands after the import. */
export function checkCases(bundle: ParsedBundle, existing: ExistingRegistry, today: CalendarDate): CheckedCases {
  const all = bundleCases(bundle, existing);
  const known = all.filter(({ patientKnown }) => patientKnown);
  const dataCutoff = latestOf(latestNews(known.map(({ derived }) => derived)), existing.latestNews);
  const duplicates = duplicatesByPatient(known, existing);
  const isReported = reportedPlaces(bundle.problems);

  const cases: CheckedCase[] = [];
  const problems: ImportProblem[] = [];
  let refused = false;
  for (const { facts, derived, incoming, whole, patientKnown } of all) {
    const context: RuleContext = { today, derived, ...(dataCutoff && { dataCutoff }) };
    const found = checkCase(facts, context);
    const { refusing, queries } = whole ? found : findingsOfPartialCase(found, incoming);
    const findings = [...queries, ...(duplicates.get(facts.patient.patientCode) ?? [])];
    for (const problem of placeFindings([...refusing, ...findings], incoming)) if (!isReported(problem)) problems.push(problem);
    refused ||= refusing.length > 0;
    if (patientKnown) cases.push({ facts, derived, incoming, findings });
  }
  return { cases, problems, refused };
}

function latestOf(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** Suspicions by the patient who was registered later. */
function duplicatesByPatient(cases: readonly BundleCase[], { others = [] }: ExistingRegistry): ReadonlyMap<string, readonly Finding[]> {
  const byPatient = new Map<string, Finding[]>();
  for (const finding of likelyDuplicates([...others, ...cases.map(({ facts }) => comparableCase(facts))])) {
    const [code = ''] = finding.at.key;
    byPatient.set(code, [...(byPatient.get(code) ?? []), finding]);
  }
  return byPatient;
}

const placeOf = ({ file, line, column }: ImportProblem): string => `${file}\0${line}\0${column}`;

/** A cell that could not be read is empty for the rules; what they say of it has been said. */
function reportedPlaces(problems: readonly ImportProblem[]): (problem: ImportProblem) => boolean {
  const places = new Set(problems.filter(({ column }) => column !== undefined).map(placeOf));
  return (problem) => places.size > 0 && places.has(placeOf(problem));
}
