import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SuppressionSolver } from '@registry-hub/shared/disclosure';
import type { Caller, SignQuestion } from '@registry-hub/shared/identity';
import type { PlanMemory } from '@registry-hub/shared/statistics';
import type { CountryClients } from './countries';
import { type EuropeContext, europeanCohorts, type KnownAnswers } from './europe';

/** A request id of a proxy before the hub is kept when it has this form. */
const REQUEST_ID = /^[\w-]{8,64}$/;

export interface OperationServices {
  readonly countries: CountryClients;
  readonly signQuestion: SignQuestion;
  readonly known: KnownAnswers;
  readonly plans: PlanMemory;
  readonly solver: SuppressionSolver;
  readonly clock: () => Date;
}

/** Makes the context of each operation of a caller. */
export function operationContext({
  countries,
  signQuestion,
  known,
  plans,
  solver,
  clock,
}: OperationServices): (request: IncomingMessage, caller: Caller) => EuropeContext {
  return ({ headers }, caller) => {
    const { authorization = '', 'x-request-id': given } = headers;
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    const cohorts = europeanCohorts({ caller, countries, signQuestion, authorization, known, plans, now: clock }, solver);
    return { caller, authorization, requestId, countries, cohorts };
  };
}
