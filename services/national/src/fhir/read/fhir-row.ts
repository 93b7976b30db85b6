import type { RecordKind } from '@registry-hub/shared/domain';
import type { IncomingRow, PatientObjection } from '../../intake';
import type { FhirPlace } from './fhir-problem';

/** A record that resources speak of, as far as it could be read. */
export interface FhirRow {
  readonly kind: RecordKind;
  /** The fields that are known. */
  readonly fields: IncomingRow['fields'];
  /** Whether nothing of it is at fault and nothing that is required is absent. */
  readonly whole: boolean;
  /** Of a patient who objects to secondary use across borders. */
  readonly objection?: PatientObjection;
  readonly placeOf: (field: string) => FhirPlace;
}
