import { checkCoverage, nationalPolicy } from '@registry-hub/shared/disclosure';
import { HubError } from '@registry-hub/shared/errors';
import { CohortInquiries, type CohortInquiry } from '@registry-hub/shared/graphql';
import type { Caller } from '@registry-hub/shared/identity';
import type { CohortFilter } from '@registry-hub/shared/statistics';
import type { JWTVerifyGetKey } from 'jose';
import type { MaskingDesk } from '../masking';
import type { LiveColumns } from './live-columns';
import { NationalPool } from './national-pool';
import { type EncodedPartial, PartialDesk } from './partial-desk';

/** What answers statistical questions as long as the process lives. */
export interface StatisticsServices {
  readonly country: string;
  readonly columns: LiveColumns;
  /** The hub's public keys; without them nobody gets a partial. */
  readonly hubKeys: JWTVerifyGetKey | undefined;
}

/** What one request is, as far as statistics need to know. */
export interface StatisticsRequest {
  readonly caller: Caller;
  readonly masking: MaskingDesk;
  /** The hub's, over the question of a partial, when it is the hub that asks. */
  readonly hubSignature: string | undefined;
}

/** The statistics of one request: this country's own figures for the caller, and sums for the hub. */
export class StatisticsDesk {
  private inquiries: CohortInquiries | undefined;

  constructor(
    private readonly services: StatisticsServices,
    private readonly request: StatisticsRequest,
  ) {}

  /** @throws HubError FORBIDDEN when the caller may see no figures of this country */
  cohort(filter: CohortFilter): CohortInquiry {
    const { country, columns } = this.services;
    const { caller } = this.request;
    const policy = nationalPolicy(caller, country);
    if (!policy) throw new HubError('FORBIDDEN');
    this.inquiries ??= new CohortInquiries(new NationalPool(country, columns), policy, (coverage, asked) =>
      checkCoverage(coverage, asked, policy, caller),
    );
    return this.inquiries.of(filter);
  }

  /** @throws HubError as {@link PartialDesk.answer} does */
  partial(question: string): Promise<EncodedPartial> {
    const { caller, masking, hubSignature } = this.request;
    return new PartialDesk({ ...this.services, masking }).answer(caller, question, hubSignature);
  }
}
