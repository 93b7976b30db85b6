import { HubError } from '@registry-hub/shared/errors';
import { hasRole, type Role, roles } from '@registry-hub/shared/identity';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import type { EuropeContext } from './europe-context';

/** Who may ask for pooled figures; a CENTER or an ADMIN may not. */
const POOLED_FIGURES: readonly Role[] = ['LEAD', 'DASHBOARD', 'COORDINATOR', 'VALIDATOR'];

function holds(...wanted: readonly Role[]): ReturnType<ReturnType<typeof rule>> {
  return rule({ cache: 'no_cache' })(
    (_parent, _arguments, { caller }: EuropeContext) => hasRole(caller, ...wanted) || new HubError('FORBIDDEN'),
  );
}

/**
 * Denies whatever is not granted here. A field of the root is the way to all else, so what lies below is open to whom the
 * way is open; the pooled figures are guarded once more where they begin.
 */
export function guardEurope(schema: GraphQLSchema): GraphQLSchema {
  const anyRole = holds(...roles);
  const pooled = holds(...POOLED_FIGURES);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name);
  const below = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type.name),
  );
  const referenceData = { mutationCatalogue: anyRole, drugs: anyRole, elnEditions: anyRole };
  const ways = {
    viewer: anyRole,
    countries: anyRole,
    country: anyRole,
    ...referenceData,
    europe: pooled,
    _entities: anyRole,
    _service: allow,
  };
  const known = Object.entries(ways).filter(([field]) => schema.getQueryType()?.getFields()[field] !== undefined);
  const rights = shield(
    {
      ...Object.fromEntries(below.map(({ name }) => [name, allow])),
      Query: Object.fromEntries(known),
      Europe: { cohort: pooled, disclosureLog: holds('COORDINATOR') },
    },
    { fallbackRule: deny, fallbackError: new HubError('FORBIDDEN'), allowExternalErrors: true },
  );
  return applyMiddlewareToDeclaredResolvers(schema, rights);
}
