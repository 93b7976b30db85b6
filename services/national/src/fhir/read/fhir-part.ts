import type { RecordKind } from '@registry-hub/shared/domain';
import type { ResourceName } from './fhir-problem';
import type { PartField } from './row-part';

/** What one resource says of one record, in a form that JSON keeps until the others have come. */
export interface FhirPart {
  readonly kind: RecordKind;
  readonly name: ResourceName;
  readonly fields: readonly (readonly [field: string, said: PartField])[];
}
