/**
 * What was published of the 378 cases of nine countries in July 2006 (Blood 2006;108(11), abstract 4764). Countries, median
 * and range of the age are printed as numbers; of the rest only rounded percentages are (56 % men; 2, 12, 16, 6, 12, 23, 13,
 * 16 %; 37 % never in a study). The counts are those that round to every printed percentage, groups included, and are
 * nearest to them (largest remainder). How these marginals cross was not published: any crossing here is invented.
 */
export const publishedMarginals = {
  patients: 378,
  countries: { AT: 4, DE: 39, DK: 13, ES: 13, FI: 18, FR: 236, IL: 34, IT: 10, NL: 11 },
  sexes: { M: 212, F: 166 },
  failures: {
    NO_COMPLETE_HEMATOLOGIC_RESPONSE: 8,
    NO_CYTOGENETIC_RESPONSE: 45,
    NO_MAJOR_CYTOGENETIC_RESPONSE: 60,
    HEMATOLOGIC_RELAPSE: 23,
    CYTOGENETIC_RELAPSE_OR_PROGRESSION: 45,
    PROGRESSION_TO_ADVANCED_PHASE: 87,
    TOXICITY: 49,
    TOXICITY_WITH_UNSATISFACTORY_RESPONSE: 61,
  },
  /** Whether any line of treatment was given in a prospective study. */
  studies: { EVER: 238, NEVER: 140 },
  /** Completed years. */
  ageAtDiagnosis: { median: 51, min: 12, max: 80 },
} as const;

/** The eight ways of failing imatinib that the published table counts. */
export type PublishedFailure = keyof typeof publishedMarginals.failures;

/** Entries of a table of counts, typed by its keys. */
export function countsOf<K extends string>(table: Readonly<Record<K, number>>): readonly (readonly [value: K, count: number])[] {
  return Object.entries(table) as [K, number][];
}
