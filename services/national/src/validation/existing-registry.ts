import type { ComparableCase } from '@registry-hub/shared/clinical';
import type { CalendarDate, CaseFacts, Center } from '@registry-hub/shared/domain';

/** What of a registry the validation of a bundle needs to know. */
export interface ExistingRegistry {
  /** Whether it holds no patient and no centre yet. */
  readonly isEmpty: boolean;
  /** All centres by code. */
  readonly centers: ReadonlyMap<string, Center>;
  /** By code, the patients that the bundle mentions and the registry knows; their lists in key order. */
  readonly cases: ReadonlyMap<string, CaseFacts>;
  /** Codes of patients who withdrew consent and were erased. */
  readonly tombstones?: ReadonlySet<string>;
  /** The other patients, as far as they are compared with the bundle's; without them duplicates are looked for within the bundle. */
  readonly others?: readonly ComparableCase[];
  /** The latest last contact or notification of any patient of the registry. */
  readonly latestNews?: CalendarDate;
}
