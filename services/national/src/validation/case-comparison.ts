import type { CaseFindings } from '@registry-hub/shared/clinical';
import { type ComparableCase, checkCase, comparableCase, latestNews, likelyDuplicates } from '@registry-hub/shared/clinical';
import type { CalendarDate, CaseFacts, DerivedCase, Finding } from '@registry-hub/shared/domain';

/** A case as it would stand after a change, with what would follow from it. */
export interface CandidateCase {
  readonly facts: CaseFacts;
  readonly derived: DerivedCase;
}

/** What of the registry around some cases the rules hold them against. */
export interface Surroundings {
  /** The other patients, as far as they are compared; without them duplicates are looked for among the cases alone. */
  readonly others?: readonly ComparableCase[];
  /** The latest last contact or notification of any patient of the registry. */
  readonly latestNews?: CalendarDate;
}

export interface CaseComparison {
  /** The date up to which the registry's data reach, these cases included. */
  readonly dataCutoff?: CalendarDate;
  /** Suspicions by the patient who was registered later, the others among them. */
  readonly duplicates: ReadonlyMap<string, readonly Finding[]>;
}

/** Holds cases, as they would stand, against each other and the registry around them. */
export function compareCases(cases: readonly CandidateCase[], around: Surroundings): CaseComparison {
  const dataCutoff = latestOf(latestNews(cases.map(({ derived }) => derived)), around.latestNews);
  const compared = [...(around.others ?? []), ...cases.map(({ facts }) => comparableCase(facts))];
  const duplicates = new Map<string, readonly Finding[]>();
  for (const finding of likelyDuplicates(compared)) {
    const [code = ''] = finding.at.key;
    duplicates.set(code, [...(duplicates.get(code) ?? []), finding]);
  }
  return { duplicates, ...(dataCutoff && { dataCutoff }) };
}

/** Everything that the clinical rules find in a case, what the comparison found included. */
export function findingsOf({ facts, derived }: CandidateCase, comparison: CaseComparison, today: CalendarDate): CaseFindings {
  const { dataCutoff, duplicates } = comparison;
  const { refusing, queries } = checkCase(facts, { today, derived, ...(dataCutoff && { dataCutoff }) });
  return { refusing, queries: [...queries, ...(duplicates.get(facts.patient.patientCode) ?? [])] };
}

/** What the comparison now says of each of the others: perhaps nothing any more. */
export function findingsOfOthers({ duplicates }: CaseComparison, { others = [] }: Surroundings): ReadonlyMap<string, readonly Finding[]> {
  return new Map(others.map(({ patientCode }) => [patientCode, duplicates.get(patientCode) ?? []]));
}

function latestOf(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
