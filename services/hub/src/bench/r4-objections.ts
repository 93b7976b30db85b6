import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  createAdverseEventSchema,
  createConditionSchema,
  createConsentSchema,
  createMedicationStatementSchema,
  createObservationSchema,
  createOrganizationSchema,
  createPatientSchema,
} from '@solarahealth/fhir-r4';

/** As much of a definition as is asked of it. */
interface Definition {
  safeParse(json: unknown): { readonly error?: { readonly issues: readonly Issue[] } | undefined };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a third party's strict R4 definitions say of each file of an export. */
const definitions: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  ['AdverseEvent.ndjson', createAdverseEventSchema()],
  ['Condition.ndjson', createConditionSchema()],
  ['Consent.ndjson', createConsentSchema()],
  ['MedicationStatement.ndjson', createMedicationStatementSchema()],
  ['Observation.ndjson', createObservationSchema()],
  ['Organization.ndjson', createOrganizationSchema()],
  ['Patient.ndjson', createPatientSchema()],
]);

export interface R4Check {
  /** Resources that were looked at. */
  readonly seen: number;
  /** What is wrong with any of them, with its line in its file. */
  readonly objections: readonly string[];
}

/** Holds every so many-th resource of an unzipped export against the definitions. */
export async function checkAgainstR4(folder: string, every: number): Promise<R4Check> {
  const objections: string[] = [];
  let seen = 0;
  for (const name of readdirSync(folder)) {
    const definition = definitions.get(name);
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(join(folder, name)) })) {
      line += 1;
      if ((line - 1) % every !== 0) continue;
      seen += 1;
      const issues = definition === undefined ? [{ path: [], message: 'a file of no known type' }] : issuesOf(definition, text);
      for (const { path, message } of issues) objections.push(`${name}:${line} ${path.map(String).join('.')} ${message}`);
    }
  }
  return { seen, objections };
}

function issuesOf(definition: Definition, text: string): readonly Issue[] {
  const json: unknown = JSON.parse(text);
  return definition.safeParse(json).error?.issues ?? [];
}
