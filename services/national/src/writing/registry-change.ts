import type { CalendarDate, CaseFacts, Center, DerivedCase, Finding, RecordReference } from '@registry-hub/shared/domain';
import type { Actor, ChangeAction, WithdrawalDraft } from '../audit';
import type { InstalledExtensions } from '../extension';
import type { ExtensionRecordChange, Withdrawal } from '../validation';

/** Who changes the registry, when, and why. */
export interface Occasion {
  readonly action: ChangeAction | WithdrawalDraft['action'];
  readonly by: Actor;
  readonly at: Date;
  /** In the person's words. */
  readonly reason?: string;
  /** Whose rows follow the change. */
  readonly extensions: InstalledExtensions;
}

export interface CenterChange {
  readonly before: Center | undefined;
  readonly after: Center;
}

/** One case, accepted by the rules, as it was and as it is to be. */
export interface CaseChange {
  readonly before: CaseFacts | undefined;
  readonly after: CaseFacts;
  /** What follows from the facts after the change. */
  readonly derived: DerivedCase;
  /** What is to be asked about the case; absent when the facts are the same and the rules had nothing new to look at. */
  readonly findings?: readonly Finding[];
  /** The record below the patient that is in the case no longer. */
  readonly removed?: Pick<RecordReference, 'kind' | 'key'>;
  /** The day of the patient's decision, when the change is about use across borders. */
  readonly ehdsOptOutOn?: CalendarDate;
}

/** Some of what one transaction changes. */
export interface ChangePart {
  readonly centers?: readonly CenterChange[];
  readonly cases?: readonly CaseChange[];
  /** Of the cases and centres of this part. */
  readonly extensionRecords?: readonly ExtensionRecordChange[];
  /** Cases that were entered in error, with everything in them. */
  readonly voided?: readonly CaseFacts[];
  readonly withdrawals?: readonly Withdrawal[];
  /** What other patients are suspected of now, by code; perhaps nothing any more. */
  readonly others?: ReadonlyMap<string, readonly Finding[]>;
}

/** Everything that one transaction changes. */
export interface RegistryChange extends Occasion, ChangePart {}

export interface ChangeOutcome {
  /** Whether anything is different afterwards. */
  readonly changed: boolean;
  readonly dataQueriesRaised: number;
  /** Cases of which any fact is different, or which are gone. */
  readonly patientsChanged: number;
}
