import { checkCoverage, nationalPolicy, type SuppressionSolver } from '@registry-hub/shared/disclosure';
import { HubError } from '@registry-hub/shared/errors';
import { CohortInquiries, type CohortInquiry } from '@registry-hub/shared/graphql';
import type { Caller } from '@registry-hub/shared/identity';
import type { CohortFilter } from '@registry-hub/shared/statistics';
import type { LiveColumns } from './live-columns';
import { NationalPool } from './national-pool';

/** What answers statistical questions as long as the process lives. */
export interface StatisticsServices {
  readonly country: string;
  readonly columns: LiveColumns;
  /** Decides what disclosure control suppresses. */
  readonly solver: SuppressionSolver;
}

/** The statistics of one request: this country's own figures for the caller. */
export class StatisticsDesk {
  private inquiries: CohortInquiries | undefined;

  constructor(
    private readonly services: StatisticsServices,
    private readonly caller: Caller,
  ) {}

  /** @throws HubError FORBIDDEN when the caller may see no figures of this country */
  cohort(filter: CohortFilter): CohortInquiry {
    const { country, columns, solver } = this.services;
    const policy = nationalPolicy(this.caller, country);
    if (!policy) throw new HubError('FORBIDDEN');
    this.inquiries ??= new CohortInquiries(
      new NationalPool(country, columns),
      policy,
      (coverage, asked) => checkCoverage(coverage, asked, policy, this.caller),
      solver,
    );
    return this.inquiries.of(filter);
  }
}
