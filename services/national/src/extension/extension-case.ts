import type { CaseFacts } from '@registry-hub/shared/domain';
import type { ExtensionFormat, ExtensionKind, ExtensionRecord } from './extension-format';

/** Records of extensions by kind, in key order. */
export type ExtensionRecords = ReadonlyMap<ExtensionKind, readonly ExtensionRecord[]>;

/** A case as an extension sees it: the registry's facts, and the records that the extension keeps beside them. */
export class ExtensionCase {
  constructor(
    readonly facts: CaseFacts,
    private readonly records: ExtensionRecords,
  ) {}

  /** The patient's records of a kind, in key order. */
  recordsOf<R extends object>({ kind }: ExtensionFormat<R>): readonly R[] {
    return (this.records.get(kind) ?? []) as readonly R[];
  }
}
