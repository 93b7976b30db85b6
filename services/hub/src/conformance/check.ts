import type { RegistryUnderTest } from './registry-under-test';

/** Something that every national registry does, tried from outside. */
export interface Check {
  /** `subject.what`, as `rights.patients`. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly sentence: string;
  /** It changes the registry's data, and is for a registry with which anything may be done. */
  readonly writes?: true;
  /** Throws `Deviation` where the registry does something else, `NotTried` where it can't be asked. */
  readonly run: (registry: RegistryUnderTest) => Promise<void>;
}
