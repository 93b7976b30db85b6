import { AnalysisCache, type CaseColumns, CaseTable } from '@registry-hub/shared/statistics';
import { LRUCache } from 'lru-cache';
import type { FreezeLosses, FreezesOfState, VisitCase } from '../storage';

/** Where what is frozen comes from. */
export interface FreezeSource {
  current(): Promise<FreezesOfState>;
  /** Every case of a freeze as of one moment, always in the same order. @returns the losses it had then */
  readAll(label: string, visit: VisitCase): Promise<FreezeLosses>;
}

/** Columns, with what questions about them have in common. */
export interface AnalysedColumns {
  readonly columns: CaseColumns;
  readonly analyses: AnalysisCache;
}

interface LoadedFreeze extends AnalysedColumns {
  readonly losses: FreezeLosses;
}

/** Each takes as much memory as the registry's own columns. */
const MOST_FREEZES = 2;

/** Columns of freezes in memory: read when they are first asked for, those asked for last are kept. */
export class FrozenColumns {
  private readonly loaded = new LRUCache<string, Promise<LoadedFreeze>>({ max: MOST_FREEZES });

  constructor(private readonly source: FreezeSource) {}

  /** As it is in the database now. */
  current(): Promise<FreezesOfState> {
    return this.source.current();
  }

  /** @returns undefined when patients were taken out since the losses were read */
  async of(label: string, losses: FreezeLosses): Promise<AnalysedColumns | undefined> {
    const known = this.loaded.get(label);
    if (known) {
      const freeze = await known;
      if (isSame(freeze.losses, losses)) return freeze;
    }
    // whoever else saw that it is another one now has begun to read it
    const begun = this.loaded.get(label);
    const freeze = await (begun === undefined || begun === known ? this.load(label) : begun);
    return isSame(freeze.losses, losses) ? freeze : undefined;
  }

  private load(label: string): Promise<LoadedFreeze> {
    const loading = this.read(label);
    this.loaded.set(label, loading);
    loading.catch(() => this.loaded.peek(label) === loading && this.loaded.delete(label));
    return loading;
  }

  private async read(label: string): Promise<LoadedFreeze> {
    const table = new CaseTable();
    const losses = await this.source.readAll(label, (caseNumber, derived) => {
      if (derived) table.put(caseNumber, derived);
    });
    return { losses, columns: table.columns(), analyses: new AnalysisCache() };
  }
}

function isSame(one: FreezeLosses, other: FreezeLosses): boolean {
  return one.withdrawals === other.withdrawals && one.objections === other.objections;
}
