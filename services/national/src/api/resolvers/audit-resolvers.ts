import { type Connection, connectionOf, DEFAULT_PAGE, pageSize, readPageRequest } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { lists } from '../mapping/lists';
import { presentAuditEntry, presentVerification } from '../mapping/present-audit';
import { readAuditHead } from '../mapping/read-audit-head';
import {
  AuditConnectionType,
  type AuditEntryType,
  AuditHeadInput,
  AuditVerificationType,
  NationalRegistryType,
  PatientType,
} from '../types';

@Resolver(() => NationalRegistryType)
export class AuditTrailResolver {
  @FieldResolver(() => AuditConnectionType, {
    description: 'Who did what to which record, and who looked at whom, newest first; entries are chained by hash.',
  })
  async auditTrail(
    @Arg('patientCode', () => ID, { nullable: true }) code: string | null | undefined,
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { audit }: NationalContext,
  ): Promise<Connection<AuditEntryType>> {
    const patientCode = code ?? undefined;
    const page = await audit.page(patientCode, readPageRequest(lists.audit, first ?? DEFAULT_PAGE, after));
    return connectionOf(
      lists.audit,
      page,
      ({ sequence }) => String(sequence),
      presentAuditEntry,
      () => audit.count(patientCode),
    );
  }

  @FieldResolver(() => AuditVerificationType, { description: 'Computes every hash of the trail anew.' })
  async auditVerification(
    @Arg('earlierHead', () => AuditHeadInput, {
      nullable: true,
      description: 'Without it, a trail that was computed anew or cut off as a whole can not be told from the real one.',
    })
    earlierHead: AuditHeadInput | null | undefined,
    @Ctx() { audit }: NationalContext,
  ): Promise<AuditVerificationType> {
    return presentVerification(await audit.verify(readAuditHead(earlierHead)));
  }
}

@Resolver(() => PatientType)
export class PatientHistoryResolver {
  @FieldResolver(() => AuditConnectionType, { description: 'Every earlier value, with who changed it and when, newest first.' })
  async history(
    @Root() { code }: PatientType,
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { audit }: NationalContext,
  ): Promise<Connection<AuditEntryType>> {
    const page = await audit.historyOf(code, readPageRequest(lists.history, first ?? DEFAULT_PAGE, after));
    return connectionOf(
      lists.history,
      page,
      ({ sequence }) => String(sequence),
      presentAuditEntry,
      () => audit.countHistoryOf(code),
    );
  }
}
