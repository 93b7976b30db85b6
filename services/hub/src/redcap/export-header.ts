import type { FaultLog } from './fault-log';
import {
  type Instrument,
  instruments,
  RECORD_ID,
  REPEAT_INSTANCE,
  REPEAT_INSTRUMENT,
  type RedcapField,
  statusVariable,
} from './instruments';

/** A field and the place of its cells in each row. */
export interface PlacedField extends RedcapField {
  readonly at: number;
}

/** An instrument whose fields stand in the export. */
export interface PlacedForm {
  readonly instrument: Instrument;
  readonly fields: readonly PlacedField[];
  readonly statusAt: number | undefined;
}

export interface ExportHeader {
  /** Cells in the header, and so in each row. */
  readonly width: number;
  readonly recordAt: number;
  readonly instrumentAt: number;
  readonly instanceAt: number;
  readonly forms: readonly PlacedForm[];
}

const LONGITUDINAL = 'redcap_event_name';
/** What REDCap adds of its own, where data access groups or surveys are in use; it says nothing about a patient's disease. */
const notRead = ['redcap_data_access_group', 'redcap_survey_identifier', ...instruments.map(({ form }) => `${form}_timestamp`)];
const CHECKBOX = /^([a-z][a-z0-9_]*?)___/;
const VARIABLE = /^[a-z][a-z0-9_]{0,99}$/;

/**
 * Reads the header of a flat REDCap export and logs what is wrong with it.
 *
 * @param leftOut fields of the project's own that are not to be read
 * @returns undefined when no row can be read by it
 */
export function readExportHeader(cells: readonly string[], leftOut: ReadonlySet<string>, log: FaultLog): ExportHeader | undefined {
  const places = placesOf(cells, log);
  if (places.has(LONGITUDINAL)) {
    const sentence =
      'The project is longitudinal, and a registry knows no events. Export from a project without events that was made from the ' +
      'dictionary of this hub, where repeating instruments stand in place of events.';
    log.add('LONGITUDINAL_PROJECT', 1, sentence, LONGITUDINAL);
    return undefined;
  }
  const recordAt = places.get(RECORD_ID);
  const instrumentAt = places.get(REPEAT_INSTRUMENT);
  const instanceAt = places.get(REPEAT_INSTANCE);
  if (recordAt === undefined) log.add('MISSING_FIELD', 1, withoutRecordId(cells), RECORD_ID);
  for (const name of [REPEAT_INSTRUMENT, REPEAT_INSTANCE].filter((each) => !places.has(each))) {
    log.add('MISSING_FIELD', 1, `The column must stand in the header. Set as repeating in the project: ${repeatingForms()}.`, name);
  }
  if (recordAt === undefined || instrumentAt === undefined || instanceAt === undefined) return undefined;
  logUnknown(places, leftOut, log);
  return { width: cells.length, recordAt, instrumentAt, instanceAt, forms: placedForms(places, log) };
}

/** The forms of which more than one instance is possible, as a sentence has them. */
export function repeatingForms(): string {
  return instruments
    .filter(({ repeating }) => repeating)
    .map(({ form }) => form)
    .join(', ');
}

function placesOf(cells: readonly string[], log: FaultLog): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  cells.forEach((cell, at) => {
    const name = cell.trim();
    if (places.has(name)) log.add('DUPLICATE_FIELD', 1, 'The column stands twice; each may stand once.', shownName(name, at));
    else places.set(name, at);
  });
  return places;
}

function withoutRecordId(cells: readonly string[]): string {
  if (cells.length === 1 && /[;\t|^]/.test(cells[0] ?? '')) return 'The columns must be parted by commas; choose the comma in the export.';
  return 'The column must stand in the header; export raw data, whose columns are named by variables and not by labels.';
}

function placedForms(places: ReadonlyMap<string, number>, log: FaultLog): readonly PlacedForm[] {
  return instruments.flatMap((instrument) => {
    const fields: PlacedField[] = [];
    const absent: RedcapField[] = [];
    for (const field of instrument.fields) {
      const at = places.get(field.variable);
      if (at === undefined) absent.push(field);
      else fields.push({ ...field, at });
    }
    if (fields.length === 0) return [];
    for (const { variable } of absent) {
      const sentence = `Other fields of ${instrument.form} are there, so this one must be: what is not in the export would be taken for not known.`;
      log.add('MISSING_FIELD', 1, sentence, variable);
    }
    return [{ instrument, fields, statusAt: places.get(statusVariable(instrument)) }];
  });
}

const knownNames = new Set([
  RECORD_ID,
  REPEAT_INSTRUMENT,
  REPEAT_INSTANCE,
  ...notRead,
  ...instruments.map(statusVariable),
  ...instruments.flatMap(({ fields }) => fields.map(({ variable }) => variable)),
]);

function logUnknown(places: ReadonlyMap<string, number>, leftOut: ReadonlySet<string>, log: FaultLog): void {
  for (const [name, at] of places) {
    if (knownNames.has(name) || leftOut.has(name)) continue;
    const base = CHECKBOX.exec(name)?.[1];
    if (base !== undefined && knownNames.has(base)) {
      log.add('CHECKBOX_FIELD', 1, `${base} must not be a set of checkboxes: the registry holds one value of it.`, name);
    } else {
      const sentence = 'The registry has no such field; leave it out of the export, or name it with --leave-out.';
      log.add('UNKNOWN_FIELD', 1, sentence, shownName(name, at));
    }
  }
}

/** A header cell as a fault may show it: by its place when it is no variable's name. */
function shownName(name: string, at: number): string {
  return VARIABLE.test(name) ? name : `column ${at + 1}`;
}
