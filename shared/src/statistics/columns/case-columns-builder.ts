import { type CalendarDate, type DerivedCase, dayNumber, type ElnEdition, elnClasses, elnEditions } from '../../domain';
import { type DeclaredCatalogue, type DeclaredRow, NOTHING_DECLARED } from '../declared';
import { type Measure, measures, stepsOf } from '../measures';
import { type RegistryDeclaration, registries } from '../registries';
import { type RecordedVariable, recordedVariables, variableDefinitions } from '../variables';
import {
  type CaseColumns,
  type DayColumn,
  dayColumns,
  MOST_REGISTRIES,
  milestoneMonths,
  NO_CLASS,
  NO_CODE,
  NO_DAY,
  NO_STEPS,
  OPTED_OUT,
} from './case-columns';
import { DeclaredColumnsBuilder } from './declared-columns-builder';
import { LiveColumn } from './live-column';
import { LiveValues } from './live-values';

type MemberDeclaration = Pick<RegistryDeclaration, 'name' | 'isMember'>;

export interface CaseColumnsOptions {
  readonly registries?: readonly MemberDeclaration[];
  readonly catalogue?: DeclaredCatalogue;
}

/** Turns derived cases into columns, row by row; it keeps no case. A row may be set again: columns built before stay as they were. */
export class CaseColumnsBuilder {
  private rows = 0;
  private readonly caseNumbers = new LiveColumn(Uint32Array);
  private readonly membership = new LiveColumn(Uint8Array);
  private readonly derivationVersions = new LiveColumn(Uint16Array);
  private readonly codes = new Map<RecordedVariable, LiveColumn<Uint16Array>>();
  private readonly multiValued = new Map<RecordedVariable, LiveValues>();
  private readonly steps = new Map<Measure, LiveColumn<Float64Array>>(measures.map((name) => [name, new LiveColumn(Float64Array)]));
  private readonly days = new Map<DayColumn, LiveColumn<Int32Array>>(dayColumns.map((name) => [name, new LiveColumn(Int32Array)]));
  private readonly milestones = new Map<ElnEdition, readonly LiveColumn<Uint8Array>[]>(
    elnEditions.map((edition) => [edition, milestoneMonths.map(() => new LiveColumn(Uint8Array))]),
  );
  private readonly codeOf = new Map<RecordedVariable, ReadonlyMap<string, number>>();
  private readonly declared: DeclaredColumnsBuilder;

  private readonly registries: readonly MemberDeclaration[];

  /**
   * @param catalogue what extensions declare
   * @throws RangeError of more sub-registries than a row has bits for
   */
  constructor({ registries: declared = registries, catalogue = NOTHING_DECLARED }: CaseColumnsOptions = {}) {
    if (declared.length > MOST_REGISTRIES)
      throw new RangeError(`expected at most ${MOST_REGISTRIES} sub-registries, not ${declared.length}`);
    this.registries = declared;
    this.declared = new DeclaredColumnsBuilder(catalogue);
    for (const name of recordedVariables) {
      const { values, multiValued } = variableDefinitions[name];
      this.codeOf.set(name, new Map(values.map((value, code) => [value, code])));
      if (multiValued) this.multiValued.set(name, new LiveValues());
      else this.codes.set(name, new LiveColumn(Uint16Array));
    }
  }

  get size(): number {
    return this.rows;
  }

  add(patient: DerivedCase): void {
    this.set(this.rows, patient);
  }

  /**
   * @param row one that is there, or the next
   * @param declaredRow what extensions derived of the patient
   */
  set(row: number, patient: DerivedCase, caseNumber = row, declaredRow?: DeclaredRow): void {
    this.declared.set(row, declaredRow);
    this.rows = Math.max(this.rows, row + 1);
    this.caseNumbers.set(row, caseNumber);
    this.membership.set(row, this.membershipOf(patient));
    this.derivationVersions.set(row, patient.derivationVersion);
    for (const [name, column] of this.codes) column.set(row, this.codesOf(name, patient)[0] ?? NO_CODE);
    for (const [name, column] of this.multiValued) column.set(row, this.codesOf(name, patient));
    for (const [name, column] of this.steps) column.set(row, stepsOf(name, patient) ?? NO_STEPS);
    for (const [name, column] of this.days) {
      const date = dateOf(name, patient);
      column.set(row, date === undefined ? NO_DAY : dayNumber(date));
    }
    for (const [edition, columns] of this.milestones) {
      const responses = patient.milestoneResponses?.[edition];
      for (const [index, month] of milestoneMonths.entries()) {
        const response = responses?.[month];
        columns[index]?.set(row, response === undefined ? NO_CLASS : elnClasses.indexOf(response));
      }
    }
  }

  /** Takes a row out of every registry. */
  clear(row: number): void {
    this.membership.set(row, 0);
  }

  build(): CaseColumns {
    return {
      size: this.rows,
      registries: this.registries.map(({ name }) => name),
      caseNumbers: this.caseNumbers.show(),
      membership: this.membership.show(),
      derivationVersions: this.derivationVersions.show(),
      codes: Object.fromEntries([...this.codes].map(([name, column]) => [name, column.show()])),
      multiValued: Object.fromEntries([...this.multiValued].map(([name, column]) => [name, column.show()])),
      steps: Object.fromEntries([...this.steps].map(([name, column]) => [name, column.show()])) as Record<Measure, Float64Array>,
      days: Object.fromEntries([...this.days].map(([name, column]) => [name, column.show()])) as Record<DayColumn, Int32Array>,
      milestones: Object.fromEntries(
        [...this.milestones].map(([edition, columns]) => [edition, columns.map((column) => column.show())]),
      ) as Record<ElnEdition, Uint8Array[]>,
      declared: this.declared.build(),
    };
  }

  private membershipOf(patient: DerivedCase): number {
    let bits = patient.ehdsOptOut ? OPTED_OUT : 0;
    for (const [index, { isMember }] of this.registries.entries()) if (isMember(patient)) bits |= 1 << index;
    return bits;
  }

  private codesOf(name: RecordedVariable, patient: DerivedCase): readonly number[] {
    const definition = variableDefinitions[name];
    const codeOf = this.codeOf.get(name);
    const code = (value: string): number => codeOf?.get(value) ?? NO_CODE;
    if (definition.multiValued) return [...new Set(definition.read(patient))].map(code);
    const value = definition.read(patient);
    return value === undefined ? [] : [code(value)];
  }
}

function dateOf(name: DayColumn, patient: DerivedCase): CalendarDate | undefined {
  if (name !== 'diedOfCmlOn') return patient[name];
  return patient.deathCause === 'CML' ? patient.diedOn : undefined;
}
