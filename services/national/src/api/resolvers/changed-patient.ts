import { HubError } from '@registry-hub/shared/errors';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentPatient } from '../mapping/present';
import type { PatientType } from '../types';

/** The patient as the change left it, none of it from before. */
export async function changedPatient({ reader, loaders }: NationalContext, code: unknown): Promise<PatientType> {
  forgetLoaded(loaders);
  const [patient] = await reader.patients([String(code)]);
  if (!patient) throw new HubError('NOT_FOUND');
  return presentPatient(patient);
}
