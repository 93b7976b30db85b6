import { dayNumber } from '../../domain';
import { type DeclaredCatalogue, type DeclaredRow, declaredDate, declaredNumber, declaredText } from '../declared';
import { wholeSteps } from '../measures';
import { type DeclaredColumns, NO_CODE, NO_DAY, NO_STEPS } from './case-columns';
import { LiveColumn } from './live-column';

/** Turns the rows that extensions derive into columns, row by row. */
export class DeclaredColumnsBuilder {
  private readonly codes: ReadonlyMap<string, LiveColumn<Uint16Array>>;
  private readonly steps: ReadonlyMap<string, LiveColumn<Float64Array>>;
  private readonly days: ReadonlyMap<string, LiveColumn<Int32Array>>;

  constructor(private readonly catalogue: DeclaredCatalogue) {
    this.codes = new Map(catalogue.variables.map(({ declared }) => [declared, new LiveColumn(Uint16Array)]));
    this.steps = new Map(catalogue.measures.map(({ declared }) => [declared, new LiveColumn(Float64Array)]));
    this.days = new Map(catalogue.days.map((field) => [field, new LiveColumn(Int32Array)]));
  }

  set(row: number, declaredRow: DeclaredRow | undefined): void {
    for (const { declared, values } of this.catalogue.variables) {
      const code = values.indexOf(declaredText(declaredRow, declared) ?? '');
      this.codes.get(declared)?.set(row, code < 0 ? NO_CODE : code);
    }
    for (const { declared, stepsPerUnit } of this.catalogue.measures) {
      this.steps.get(declared)?.set(row, wholeSteps(declaredNumber(declaredRow, declared), stepsPerUnit) ?? NO_STEPS);
    }
    for (const [field, column] of this.days) {
      const date = declaredDate(declaredRow, field);
      column.set(row, date === undefined ? NO_DAY : dayNumber(date));
    }
  }

  build(): DeclaredColumns {
    return {
      codes: Object.fromEntries([...this.codes].map(([field, column]) => [field, column.show()])),
      steps: Object.fromEntries([...this.steps].map(([field, column]) => [field, column.show()])),
      days: Object.fromEntries([...this.days].map(([field, column]) => [field, column.show()])),
    };
  }
}
