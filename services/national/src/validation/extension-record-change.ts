import type { ExtensionFormat, ExtensionRecord } from '../extension';

/** One record of an extension as it was and as it is to be; without `after` it is void. */
export interface ExtensionRecordChange {
  readonly format: ExtensionFormat;
  /** Of the patient or centre that the record belongs to. */
  readonly code: string;
  readonly before: ExtensionRecord | undefined;
  readonly after: ExtensionRecord | undefined;
}
