import type { FreezeLosses, FreezesOfState } from '../storage';
import type { AnalysedColumns, FrozenColumns } from './frozen-columns';
import type { ColumnsOfState, LiveColumns } from './live-columns';

/** Columns of one moment: of the registry as it was then, or of one of its freezes. */
export type ColumnsAtHand =
  | { readonly kind: 'live'; readonly current: ColumnsOfState }
  | { readonly kind: 'frozen'; readonly label: string; readonly losses: FreezeLosses; readonly frozen: AnalysedColumns };

/** The registry's columns, as it is now and as it was frozen. */
export class RegistryColumns {
  constructor(
    readonly live: LiveColumns,
    readonly frozen: FrozenColumns,
  ) {}

  /**
   * @param label of a freeze that there was at that moment; without one, the registry's own
   * @returns undefined when the registry has changed since
   */
  async at(label: string | undefined, { state, freezes }: FreezesOfState): Promise<ColumnsAtHand | undefined> {
    if (label === undefined) {
      const current = await this.live.from(state);
      return current.state.name === state.name ? { kind: 'live', current } : undefined;
    }
    const losses = freezes.get(label);
    const frozen = losses && (await this.frozen.of(label, losses));
    return losses && frozen && { kind: 'frozen', label, losses, frozen };
  }
}
