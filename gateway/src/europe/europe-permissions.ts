import { type CountryIdentity, countryTypeName } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { hasRole, type Role, roles } from '@registry-hub/shared/identity';
import { allow, deny, rule, shield } from 'graphql-shield';
import type { IMiddlewareGenerator } from 'graphql-middleware';
import type { EuropeContext } from './europe-context';

/** Whoever the table of rights grants pooled figures to; a CENTER or an ADMIN gets none. */
const POOLED_FIGURES: readonly Role[] = ['LEAD', 'DASHBOARD', 'COORDINATOR', 'VALIDATOR'];
