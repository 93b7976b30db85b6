import { type CalendarDate, type DerivedCase, dayNumber, type ElnEdition, elnClasses, elnEditions } from '../../domain';
import { type Measure, measures, stepsOf } from '../measures';
import { type RecordedVariable, recordedVariables, variableDefinitions } from '../variables';
import {
  type CaseColumns,
  type DayColumn,
  dayColumns,
  MEMBER_OF,
  type MultiValuedColumn,
  milestoneMonths,
  NO_CLASS,
  NO_CODE,
  NO_DAY,
  NO_STEPS,
  OPTED_OUT,
} from './case-columns';
import { GrowingColumn } from './growing-column';

/** Turns derived cases, one by one, into columns; it keeps no row. */
export class CaseColumnsBuilder {
  private size = 0;
  private readonly membership = new GrowingColumn(Uint8Array);
  private readonly codes = new Map<RecordedVariable, GrowingColumn<Uint16Array>>();
  private readonly starts = new Map<RecordedVariable, GrowingColumn<Uint32Array>>();
  private readonly steps = new Map<Measure, GrowingColumn<Float64Array>>(measures.map((name) => [name, new GrowingColumn(Float64Array)]));
  private readonly days = new Map<DayColumn, GrowingColumn<Int32Array>>(dayColumns.map((name) => [name, new GrowingColumn(Int32Array)]));
  private readonly milestones = new Map<ElnEdition, readonly GrowingColumn<Uint8Array>[]>(
    elnEditions.map((edition) => [edition, milestoneMonths.map(() => new GrowingColumn(Uint8Array))]),
  );
  private readonly codeOf = new Map<RecordedVariable, ReadonlyMap<string, number>>();

  constructor() {
    for (const name of recordedVariables) {
      const { values, multiValued } = variableDefinitions[name];
      this.codeOf.set(name, new Map(values.map((value, code) => [value, code])));
      this.codes.set(name, new GrowingColumn(Uint16Array));
      if (multiValued) this.starts.set(name, new GrowingColumn(Uint32Array));
    }
  }

  add(patient: DerivedCase): void {
    this.size += 1;
    this.membership.push(
      (patient.eligible ? MEMBER_OF.IMATINIB_FAILURE : 0) |
        (patient.cml ? MEMBER_OF.CML : 0) |
        (patient.disease === undefined ? 0 : MEMBER_OF.ALL) |
        (patient.ehdsOptOut ? OPTED_OUT : 0),
    );
    for (const [name, column] of this.codes) this.addCodes(name, column, patient);
    for (const [name, column] of this.steps) column.push(stepsOf(name, patient) ?? NO_STEPS);
    for (const [name, column] of this.days) {
      const date = dateOf(name, patient);
      column.push(date === undefined ? NO_DAY : dayNumber(date));
    }
    for (const [edition, columns] of this.milestones) {
      const responses = patient.milestoneResponses?.[edition];
      for (const [index, month] of milestoneMonths.entries()) {
        const response = responses?.[month];
        columns[index]?.push(response === undefined ? NO_CLASS : elnClasses.indexOf(response));
      }
    }
  }

  build(): CaseColumns {
    const single = [...this.codes].filter(([name]) => !this.starts.has(name));
    return {
      size: this.size,
      membership: this.membership.trimmed(),
      codes: Object.fromEntries(single.map(([name, column]) => [name, column.trimmed()])),
      multiValued: Object.fromEntries([...this.starts].map(([name, starts]) => [name, this.multiValuedColumn(name, starts)])),
      steps: Object.fromEntries([...this.steps].map(([name, column]) => [name, column.trimmed()])) as Record<Measure, Float64Array>,
      days: Object.fromEntries([...this.days].map(([name, column]) => [name, column.trimmed()])) as Record<DayColumn, Int32Array>,
      milestones: Object.fromEntries(
        [...this.milestones].map(([edition, columns]) => [edition, columns.map((column) => column.trimmed())]),
      ) as Record<ElnEdition, Uint8Array[]>,
    };
  }

  private addCodes(name: RecordedVariable, column: GrowingColumn<Uint16Array>, patient: DerivedCase): void {
    const definition = variableDefinitions[name];
    const codeOf = this.codeOf.get(name);
    if (!definition.multiValued) {
      column.push(codeOf?.get(definition.read(patient) ?? '') ?? NO_CODE);
      return;
    }
    this.starts.get(name)?.push(column.length);
    for (const value of new Set(definition.read(patient))) column.push(codeOf?.get(value) ?? NO_CODE);
  }

  private multiValuedColumn(name: RecordedVariable, starts: GrowingColumn<Uint32Array>): MultiValuedColumn {
    const codes = this.codes.get(name)?.trimmed() ?? new Uint16Array();
    return { starts: withEnd(starts.trimmed(), codes.length), codes };
  }
}

function dateOf(name: DayColumn, patient: DerivedCase): CalendarDate | undefined {
  if (name !== 'diedOfCmlOn') return patient[name];
  return patient.deathCause === 'CML' ? patient.diedOn : undefined;
}

function withEnd(starts: Uint32Array, end: number): Uint32Array {
  const closed = new Uint32Array(starts.length + 1);
  closed.set(starts);
  closed[starts.length] = end;
  return closed;
}
