import { type CalendarDate, PATIENT_CODE, parseCalendarDate } from '@registry-hub/shared/domain';
import { type InputFault, intakeRules, type PatientObjection, readInput } from '../../intake';
import { elementOf } from '../element-of';
import { AddressBook } from './address-book';
import type { FhirPart } from './fhir-part';
import type { FhirPlace, FhirProblem } from './fhir-problem';
import type { FhirRow } from './fhir-row';
import { OBJECTION, OBJECTION_DAY } from './read-consent';
import { readResource } from './read-resource';
import type { ResourceEntry } from './resource-entry';
import { type GatheredRow, RowGatherer } from './row-gatherer';

/**
 * Reads resources into records, by the same rules of columns as a bundle's rows, and reports everything in them that the registry
 * can't hold. A record is said by several resources, which come in any order and perhaps from several files: each is read by
 * itself into parts, and the parts of one patient are joined when all of them are there. Of resources nothing is kept but the
 * addresses by which others refer to patients and centres. Never throws.
 */
export class FhirReader {
  private readonly addresses = new AddressBook();

  /**
   * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
   * @param today no decision of a patient is later
   */
  constructor(
    private readonly country: string,
    private readonly today: CalendarDate,
    private readonly report: (problem: FhirProblem) => void,
  ) {}

  /** What a resource says, of one record or of several. */
  take(entry: ResourceEntry): readonly FhirPart[] {
    const resource = readResource(entry, this.report);
    if (!resource) return [];
    const { name, parts } = resource;
    const { resourceType, id } = name;
    const known = [...(id === undefined ? [] : [`${resourceType}/${id}`]), ...(entry.fullUrl === undefined ? [] : [entry.fullUrl])];
    for (const part of parts) this.addresses.note(part, known);
    return parts.map(({ kind, fields }) => ({ kind, name, fields: [...fields] }));
  }

  /**
   * The code of the patient whom a part speaks of; empty when it names nobody, or nobody who could be a patient; undefined while it
   * refers to an address that no resource so far has.
   *
   * @param isLast whether all resources were taken
   */
  ownerOf({ fields }: FhirPart, isLast: boolean): string | undefined {
    const said = fields.find(([field]) => field === 'patientCode')?.[1];
    if (said === undefined) return '';
    const value = String(said.value);
    if (said.refersTo && !isLast && !this.addresses.knows(value)) return undefined;
    const code = said.refersTo ? this.addresses.codeOf(value) : value.trim();
    return PATIENT_CODE.test(code) ? code : '';
  }

  /** The records that parts say together, when all resources were taken; in the order in which they were first spoken of. */
  join(parts: Iterable<FhirPart>): readonly FhirRow[] {
    const gatherer = new RowGatherer(this.addresses, this.report);
    for (const part of parts) gatherer.take(part);
    return [...gatherer.gathered].map((row) => this.rowOf(row));
  }

  private rowOf({ kind, values, places, first }: GatheredRow): FhirRow {
    const placeOf = (field: string): FhirPlace => places.get(field) ?? { ...first, path: elementOf(kind, field) };
    const { fields, faults } = readInput(kind, values, this.country);
    const objects = values[OBJECTION] === true;
    const day = objects ? this.objectionDay(values[OBJECTION_DAY]) : {};
    const all = 'rule' in day ? [...faults, day] : faults;
    for (const { field, rule, message } of all) this.report({ severity: intakeRules[rule], ...placeOf(field), rule, message });
    const objection: PatientObjection = 'on' in day ? day : {};
    return { kind, fields, whole: all.length === 0, placeOf, ...(objects && { objection }) };
  }

  private objectionDay(said: string | number | boolean | undefined): PatientObjection | InputFault {
    if (said === undefined) return {};
    const on = parseCalendarDate(String(said));
    if (on !== undefined && on <= this.today) return { on };
    const message = 'The day of an objection must be one that exists and is not in the future.';
    return { field: OBJECTION_DAY, rule: 'UNPARSABLE_VALUE', message };
  }
}
