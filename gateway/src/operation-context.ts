import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SuppressionSolver } from '@registry-hub/shared/disclosure';
import type { SignQuestion, VerifyToken } from '@registry-hub/shared/identity';
import type { PlanMemory } from '@registry-hub/shared/statistics';
import type { CountryClients } from './countries';
import { type EuropeContext, europeanCohorts, type KnownAnswers } from './europe';

/** A request id of a proxy before the hub is kept when it has this form. */
const REQUEST_ID = /^[\w-]{8,64}$/;

export interface OperationServices {
  readonly verify: VerifyToken;
  readonly countries: CountryClients;
  readonly signQuestion: SignQuestion;
  readonly known: KnownAnswers;
  readonly plans: PlanMemory;
  readonly solver: SuppressionSolver;
  readonly clock: () => Date;
}

/** Makes each operation's context. Throws HubError UNAUTHENTICATED without a valid token. */
export function operationContext({
  verify,
  countries,
  signQuestion,
  known,
  plans,
  solver,
  clock,
}: OperationServices): (request: IncomingMessage) => Promise<EuropeContext> {
  return async ({ headers }) => {
    const { authorization = '', 'x-request-id': given } = headers;
    const caller = await verify(authorization);
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    const cohorts = europeanCohorts({ caller, countries, signQuestion, authorization, known, plans, now: clock }, solver);
    return { caller, authorization, requestId, countries, cohorts };
  };
}
