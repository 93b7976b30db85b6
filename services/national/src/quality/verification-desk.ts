import { normalizeVariant, recordReference } from '@registry-hub/shared/clinical';
import type { Assessment, CalendarDate, CaseFacts, Mutation, RecordTypes } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { AuditTrail } from '../audit';
import { type Desk, openUnlockedCase } from '../recording';
import { RegistryStateStore, type VerifiableKind, VerificationStore } from '../storage';

/** The case of a record that is to be verified, and the version of the case that the person looked at. */
export interface CaseToVerify {
  readonly patientCode: string;
  readonly expectedVersion: number | undefined;
}

/** Where a validator marks laboratory records as verified: held against their source, and found right. */
export class VerificationDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Marks an assessment as verified as it stands; a later change of it makes that void.
   *
   * @throws HubError NOT_FOUND; CONFLICT when the case is locked or has another version
   */
  async verifyAssessment(of: CaseToVerify, assessedOn: CalendarDate): Promise<Assessment> {
    return this.verify('assessment', of, ({ assessments }) => assessments.find((record) => record.assessedOn === assessedOn));
  }

  /**
   * The same for a mutation.
   *
   * @param variant in any notation that a bundle may have, with the name of a gene other than ABL1
   */
  async verifyMutation(of: CaseToVerify, sampledOn: CalendarDate, variant: string): Promise<Mutation> {
    const stored = normalizeVariant(variant) ?? variant;
    return this.verify('mutation', of, ({ mutations }) =>
      mutations.find((record) => record.sampledOn === sampledOn && record.variant === stored),
    );
  }

  private verify<K extends VerifiableKind>(
    kind: K,
    { patientCode, expectedVersion }: CaseToVerify,
    recordOf: (facts: CaseFacts) => RecordTypes[K] | undefined,
  ): Promise<RecordTypes[K]> {
    const { writer, caller, clock } = this.desk;
    return writer.write(async (manager) => {
      const { facts } = await openUnlockedCase(manager, patientCode, expectedVersion);
      const record = recordOf(facts);
      if (!record) throw new HubError('NOT_FOUND');
      const { key } = recordReference(kind, record);
      const at = clock();
      const verification = { patientCode, recordKind: kind, recordKey: key, verifiedBy: caller.subject, verifiedAt: at };
      await new VerificationStore(manager).save(verification);
      await new RegistryStateStore(manager).raiseRevision();
      const records = [{ kind, key, before: {}, after: { verifiedBy: caller.subject } }];
      await new AuditTrail(manager).append([{ by: caller, at, action: 'VERIFY', patientCode, records }]);
      return record;
    });
  }
}
