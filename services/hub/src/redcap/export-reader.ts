import type { ExportHeader, PlacedField, PlacedForm } from './export-header';
import type { FaultLog } from './fault-log';
import { InstanceLog } from './instance-log';
import { type Instrument, REPEAT_INSTANCE, statusVariable } from './instruments';
import { fromRaw } from './raw-value';
import { type RowPlace, rowPlace } from './row-place';

/** One row of one of a bundle's files: the code, then the fields in the order of the instrument. */
export interface BundleRow {
  readonly instrument: Instrument;
  readonly cells: readonly string[];
}

export interface ReadingOptions {
  /** ISO 3166-1 alpha-2, of the registry that the export is for. */
  readonly country: string;
  /** The project's missing-data codes. */
  readonly missing: ReadonlySet<string>;
  /** Whether instances may be left out of the count, because they were deleted in the project. */
  readonly allowGaps: boolean;
}

const STATUSES = new Set(['', '0', '1', '2']);

/** Reads the rows of one flat REDCap export, in any order. Needs memory for its keys and instances, not for its values. */
export class ExportReader {
  private readonly instances = new InstanceLog();
  private readonly keys = new Set<string>();

  constructor(
    private readonly header: ExportHeader,
    private readonly options: ReadingOptions,
    private readonly log: FaultLog,
  ) {}

  /** The rows of the bundle that one row of the export becomes: of a record's own row one for each form that is filled in. */
  read(cells: readonly string[], row: number): readonly BundleRow[] {
    const { width, forms } = this.header;
    if (cells.length !== width) {
      this.log.add('WRONG_CELL_COUNT', row, `The row has ${cells.length} cells, the header ${width}; both must have the same number.`);
      return [];
    }
    const place = this.placeOf(cells, row);
    if (place === undefined) return [];
    return forms.flatMap((form) => {
      this.checkStatus(form, cells, row);
      if (place.isOpen(form.instrument)) return this.readForm(form, cells, row);
      this.checkEmpty(form, cells, row);
      return [];
    });
  }

  /** To be called after the last row. */
  end(): void {
    if (this.options.allowGaps) return;
    for (const { row, form, from, to } of this.instances.gaps()) {
      const gap =
        from === to ? `Instance ${from} of ${form} is not in the export` : `Instances ${from} to ${to} of ${form} are not in the export`;
      this.log.add('INSTANCE_GAP', row, `${gap}; export all of them, or give --allow-gaps if they were deleted.`, REPEAT_INSTANCE);
    }
  }

  private placeOf(cells: readonly string[], row: number): RowPlace | undefined {
    const { recordAt, instrumentAt, instanceAt } = this.header;
    const address = { record: cellAt(cells, recordAt), form: cellAt(cells, instrumentAt), instance: cellAt(cells, instanceAt), row };
    const place = rowPlace(address, this.options.country, this.instances);
    if ('isOpen' in place) return place;
    this.log.add(place.rule, row, place.message, place.column);
    return undefined;
  }

  private readForm({ instrument, fields }: PlacedForm, cells: readonly string[], row: number): readonly BundleRow[] {
    const known = fields.map((field) => this.known(cells, field));
    // A form that was opened and saved without a value says nothing
    if (known.every((raw) => raw === '')) return [];
    const values = fields.map((field, index) => this.translate(field, known[index] ?? '', row));
    const whole = [cellAt(cells, this.header.recordAt), ...values];
    if (instrument.repeating) this.checkKey(instrument, fields, whole, row);
    return [{ instrument, cells: whole }];
  }

  private translate({ variable, type }: PlacedField, raw: string, row: number): string {
    if (raw === '') {
      if (type.required) this.log.add('MISSING_VALUE', row, `${variable} is required and must be known.`, variable);
      return '';
    }
    const translated = fromRaw(type, raw);
    if ('value' in translated) return translated.value;
    this.log.add(translated.rule, row, `${variable} ${translated.reason}.`, variable);
    return '';
  }

  private checkKey({ form }: Instrument, fields: readonly PlacedField[], cells: readonly string[], row: number): void {
    const names = fields.filter(({ isKey }) => isKey).map(({ variable }) => variable);
    const values = cells.filter((_, index) => index === 0 || fields[index - 1]?.isKey);
    if (values.includes('')) return;
    const key = [form, ...values].join('\0');
    if (this.keys.has(key)) {
      this.log.add('DUPLICATE_KEY', row, `An instance with the same ${names.join(', ')} stands above; each may stand once.`, names[0]);
    }
    this.keys.add(key);
  }

  private checkEmpty({ instrument, fields }: PlacedForm, cells: readonly string[], row: number): void {
    const right = instrument.repeating
      ? `in rows whose instrument is ${instrument.form}`
      : `in the row of a ${instrument.code === 'center_code' ? 'centre' : 'patient'} that names no instrument`;
    for (const field of fields) {
      if (this.known(cells, field) === '') continue;
      this.log.add('MISPLACED_VALUE', row, `${field.variable} may stand ${right} only.`, field.variable);
    }
  }

  private checkStatus({ instrument, statusAt }: PlacedForm, cells: readonly string[], row: number): void {
    if (statusAt === undefined || STATUSES.has(cellAt(cells, statusAt))) return;
    const name = statusVariable(instrument);
    this.log.add('LABEL_NOT_CODE', row, `${name} must be 0, 1 or 2; export raw data, not labels.`, name);
  }

  /** The raw value, empty when it is not known. */
  private known(cells: readonly string[], { at }: PlacedField): string {
    const raw = cellAt(cells, at);
    return this.options.missing.has(raw) ? '' : raw;
  }
}

function cellAt(cells: readonly string[], at: number): string {
  return cells[at]?.trim() ?? '';
}
