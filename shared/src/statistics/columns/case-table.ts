import type { DerivedCase } from '../../domain';
import { type DeclaredCatalogue, type DeclaredRow, NOTHING_DECLARED } from '../declared';
import type { CaseColumns } from './case-columns';
import { CaseColumnsBuilder } from './case-columns-builder';

/** A registry's derived cases by number, as columns that follow every change of them. */
export class CaseTable {
  private readonly builder: CaseColumnsBuilder;
  private readonly rowOf = new Map<number, number>();
  /** Rows of cases that are gone. */
  private readonly vacant: number[] = [];

  /** @param catalogue what extensions declare */
  constructor(catalogue: DeclaredCatalogue = NOTHING_DECLARED) {
    this.builder = new CaseColumnsBuilder({ catalogue });
  }

  /** Adds a case, or takes it over as it is now. @returns its row */
  put(caseNumber: number, patient: DerivedCase, declaredRow?: DeclaredRow): number {
    const row = this.rowOf.get(caseNumber) ?? this.vacant.pop() ?? this.builder.size;
    this.rowOf.set(caseNumber, row);
    this.builder.set(row, patient, caseNumber, declaredRow);
    return row;
  }

  /** From now on the case is in no cohort; nothing is left of it once its row has been given to another. @returns its row, if it had one */
  remove(caseNumber: number): number | undefined {
    const row = this.rowOf.get(caseNumber);
    if (row === undefined) return undefined;
    this.rowOf.delete(caseNumber);
    this.vacant.push(row);
    this.builder.clear(row);
    return row;
  }

  /** The columns as they are now: later changes do not show in them. */
  columns(): CaseColumns {
    return this.builder.build();
  }
}
