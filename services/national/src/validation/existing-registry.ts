import type { CaseFacts, Center } from '@registry-hub/shared/domain';
import type { ExtensionRecords } from '../extension';
import type { Surroundings } from './case-comparison';

/** What of a registry the validation of a bundle needs to know. */
export interface ExistingRegistry extends Surroundings {
  /** Whether it holds no patient and no centre yet. */
  readonly isEmpty: boolean;
  /** All centres by code. */
  readonly centers: ReadonlyMap<string, Center>;
  /** Codes of those that are closed: they enrol nobody. */
  readonly closedCenters?: ReadonlySet<string>;
  /** By code, the patients that the bundle mentions and the registry knows; their lists in key order. */
  readonly cases: ReadonlyMap<string, CaseFacts>;
  /** Codes of patients who withdrew consent and were erased. */
  readonly tombstones?: ReadonlySet<string>;
  /** Of the patients and centres of whom the bundle has records of extensions, by code. */
  readonly extensionRecords?: ReadonlyMap<string, ExtensionRecords>;
}
