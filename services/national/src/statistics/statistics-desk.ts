import { checkCoverage, nationalPolicy, nationalRole, type ReleaseRules } from '@registry-hub/shared/disclosure';
import type { DisclosureSettings } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { CohortInquiries, type CohortInquiry } from '@registry-hub/shared/graphql';
import type { Caller } from '@registry-hub/shared/identity';
import type { CohortFilter } from '@registry-hub/shared/statistics';
import { NationalPool } from './national-pool';
import type { StatisticsServices } from './statistics-services';

/** The statistics of one request: this country's own figures for the caller. */
export class StatisticsDesk {
  private inquiries: CohortInquiries | undefined;

  constructor(
    private readonly services: StatisticsServices,
    private readonly caller: Caller,
  ) {}

  /** @throws HubError FORBIDDEN when the caller may see no figures of this country */
  cohort(filter: CohortFilter): CohortInquiry {
    const { country, counter, solver } = this.services;
    this.inquiries ??= new CohortInquiries(new NationalPool(country, counter), this.releaseRules(), solver);
    return this.inquiries.of(filter);
  }

  private releaseRules(): ReleaseRules {
    const { caller } = this;
    const { country, memories } = this.services;
    const role = nationalRole(caller, country);
    if (!role) throw new HubError('FORBIDDEN');
    const refuses = (settings: readonly DisclosureSettings[]): boolean => settings.some(({ differencingRefused }) => differencingRefused);
    return {
      policy: (settings) => nationalPolicy(role, settings),
      checkCoverage: (coverage, asked, policy) => checkCoverage(coverage, asked, policy, caller),
      differencing: role === 'STAFF' ? undefined : { memory: memories.of({ subject: caller.subject, role }), refuses },
    };
  }
}
