import type { DataQueryFilter, PatientFilter } from '../../storage';
import type { DataQueryFilterInput, PatientFilterInput } from '../types';

/** In a filter, null says the same as a field that is left out: no restriction. */
type Given<T> = { [F in keyof T]?: Exclude<T[F], null | undefined> };

export function readPatientFilter(input: PatientFilterInput | null | undefined): PatientFilter {
  return given(input ?? {});
}

export function readDataQueryFilter(input: DataQueryFilterInput | null | undefined): DataQueryFilter {
  return given(input ?? {});
}

function given<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;
}
