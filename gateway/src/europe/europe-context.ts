import type { DisclosureLog } from '@registry-hub/shared/cohort-memory';
import type { CohortInquiries } from '@registry-hub/shared/graphql';
import type { Caller } from '@registry-hub/shared/identity';
import type { CountryClients } from '../countries';

/** The way to the national registries, as far as answering questions needs it. */
export type CountriesToAsk = Pick<CountryClients, 'countries' | 'post' | 'askPartial' | 'status' | 'maskingKey'>;

/** What one operation's resolvers of the europe subgraph have at hand. */
export interface EuropeContext {
  readonly caller: Caller;
  /** The caller's own `Authorization` header: every country verifies it itself. */
  readonly authorization: string;
  /** Under this id the logs of all processes speak of the operation. */
  readonly requestId: string;
  readonly countries: CountriesToAsk;
  /** The pooled cohorts of this operation: figures of one cohort are asked of the countries together. */
  readonly cohorts: () => CohortInquiries;
  /** What a country's coordinator may read of who asked for cohorts that differ by few. */
  readonly disclosureLogOf: (country: string) => Pick<DisclosureLog, 'entries' | 'count'>;
}
