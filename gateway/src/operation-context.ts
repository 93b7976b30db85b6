import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Asker } from '@registry-hub/shared/cohort-memory';
import type { SuppressionSolver } from '@registry-hub/shared/disclosure';
import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { Caller, SignQuestion } from '@registry-hub/shared/identity';
import type { PlanMemory } from '@registry-hub/shared/statistics';
import type { CountryClients } from './countries';
import type { DisclosureMemory } from './disclosure-memory';
import { type EuropeContext, europeanCohorts, type KnownAnswers } from './europe';

/** A request id of a proxy before the hub is kept when it has this form. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** What operations are made from; it lives as long as the process. */
export interface OperationServices {
  readonly countries: CountryClients;
  readonly signQuestion: SignQuestion;
  readonly known: KnownAnswers;
  readonly plans: PlanMemory;
  readonly solver: SuppressionSolver;
  readonly clock: () => Date;
  /** What the hub asks of disclosure control. */
  readonly hubSettings: DisclosureSettings;
  readonly memory: Pick<DisclosureMemory, 'of' | 'logOf'>;
}

/** Makes the context of each operation of a caller. */
export function operationContext({
  countries,
  signQuestion,
  known,
  plans,
  solver,
  clock,
  hubSettings,
  memory,
}: OperationServices): (request: IncomingMessage, caller: Caller) => EuropeContext {
  return ({ headers }, caller) => {
    const { authorization = '', 'x-request-id': given } = headers;
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    const pool = { caller, countries, signQuestion, authorization, known, plans, now: clock };
    const cohorts = europeanCohorts(pool, { hubSettings, solver, memoryOf: (asker: Asker) => memory.of(asker) });
    return { caller, authorization, requestId, countries, cohorts, disclosureLogOf: (country) => memory.logOf(country) };
  };
}
