import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CENTER_CODE, COUNTRY_CODE } from '../domain';
import { roles } from './caller';
import { callerOf } from './caller-claims';

const mapper = z.object({ name: z.string(), protocolMapper: z.string(), config: z.record(z.string(), z.string()) });
const client = z.looseObject({
  clientId: z.string(),
  publicClient: z.boolean(),
  standardFlowEnabled: z.boolean(),
  implicitFlowEnabled: z.boolean(),
  directAccessGrantsEnabled: z.boolean(),
  serviceAccountsEnabled: z.boolean(),
  redirectUris: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
  defaultClientScopes: z.array(z.string()),
  protocolMappers: z.array(mapper),
});
const realmSchema = z.object({
  defaultSignatureAlgorithm: z.string(),
  registrationAllowed: z.boolean(),
  roles: z.object({ realm: z.array(z.object({ name: z.string() })) }),
  clients: z.array(client),
  users: z.array(z.looseObject({ serviceAccountClientId: z.string(), realmRoles: z.array(z.string()) })),
  components: z.object({
    'org.keycloak.userprofile.UserProfileProvider': z.tuple([
      z.object({ config: z.object({ 'kc.user.profile.config': z.tuple([z.string()]) }) }),
    ]),
  }),
});
const profileSchema = z.object({
  attributes: z.array(
    z.object({
      name: z.string(),
      permissions: z.object({ edit: z.array(z.string()) }),
      validations: z.looseObject({ pattern: z.object({ pattern: z.string() }).optional() }).optional(),
    }),
  ),
});

const text = readFileSync(join(__dirname, '../../../.config/keycloak/registry-hub-realm.json'), 'utf8');
const realm = realmSchema.parse(JSON.parse(text));
const mappers = (clientId: string): readonly z.output<typeof mapper>[] =>
  realm.clients.find((one) => one.clientId === clientId)?.protocolMappers ?? [];

interface KeycloakUser {
  readonly realmRoles: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** The claims that Keycloak's mappers make of a user, as its documentation has it ("Protocol mappers"). */
function accessToken(clientId: string, user: KeycloakUser): Record<string, unknown> {
  const claims: Record<string, unknown> = { sub: 'f:1' };
  for (const { protocolMapper, config } of mappers(clientId)) {
    expect(config['access.token.claim']).toBe('true');
    const name = config['claim.name'] ?? '';
    const attribute = user.attributes[config['user.attribute'] ?? ''];
    if (protocolMapper === 'oidc-usermodel-realm-role-mapper' && config['multivalued'] === 'true') claims[name] = user.realmRoles;
    else if (protocolMapper === 'oidc-usermodel-attribute-mapper' && attribute !== undefined) claims[name] = attribute;
    else if (protocolMapper === 'oidc-audience-mapper') claims['aud'] = config['included.custom.audience'];
  }
  return claims;
}

describe('the realm for Keycloak', () => {
  it('has our roles and no others', () => {
    expect(realm.roles.realm.map(({ name }) => name)).toEqual(roles);
  });

  it('makes tokens for our audience, which we read as the caller they are of', () => {
    const builtIn = ['default-roles-registry-hub', 'offline_access', 'uma_authorization'];
    const coordinator = accessToken('dashboard', { realmRoles: [...builtIn, 'COORDINATOR'], attributes: { country: 'FR' } });
    expect(coordinator['aud']).toBe('registry-hub');
    expect(callerOf(coordinator)).toEqual({ subject: 'f:1', roles: ['COORDINATOR'], country: 'FR' });
    const center = accessToken('dashboard', { realmRoles: ['CENTER'], attributes: { country: 'FR', center: 'FR-001' } });
    expect(callerOf(center)).toEqual({ subject: 'f:1', roles: ['CENTER'], country: 'FR', center: 'FR-001' });
  });

  it('gives programs the role DASHBOARD and nothing else', () => {
    const [account, ...others] = realm.users;
    expect([account?.serviceAccountClientId, others]).toEqual(['dashboard-service', []]);
    const token = accessToken('dashboard-service', { realmRoles: account?.realmRoles ?? [], attributes: {} });
    expect(callerOf(token).roles).toEqual(['DASHBOARD']);
  });

  it('lets browsers sign in by code and PKCE, and programs by their secret, and nobody otherwise', () => {
    const flows = realm.clients.map((one) => [
      one.clientId,
      { public: one.publicClient, code: one.standardFlowEnabled, service: one.serviceAccountsEnabled },
    ]);
    expect(Object.fromEntries(flows)).toEqual({
      dashboard: { public: true, code: true, service: false },
      'dashboard-service': { public: false, code: false, service: true },
    });
    for (const one of realm.clients) {
      expect([one.implicitFlowEnabled, one.directAccessGrantsEnabled]).toEqual([false, false]);
      expect(one.redirectUris.join()).not.toContain('*');
      // Keycloak puts sub into access tokens by this scope
      expect(one.defaultClientScopes).toContain('basic');
    }
    expect(realm.clients[0]?.attributes['pkce.code.challenge.method']).toBe('S256');
    expect([realm.registrationAllowed, realm.defaultSignatureAlgorithm]).toEqual([false, 'ES256']);
  });

  it('lets nobody but an administrator say whose country and centre one is', () => {
    const [{ config }] = realm.components['org.keycloak.userprofile.UserProfileProvider'];
    const { attributes } = profileSchema.parse(JSON.parse(config['kc.user.profile.config'][0]));
    const own = attributes.filter(({ name }) => name === 'country' || name === 'center');
    expect(own.map(({ name, permissions, validations }) => [name, permissions.edit, validations?.pattern?.pattern])).toEqual([
      ['country', ['admin'], COUNTRY_CODE.source],
      ['center', ['admin'], CENTER_CODE.source],
    ]);
  });

  it('holds no secret and no person', () => {
    expect(text).not.toMatch(/"(secret|credentials|privateKey|password|certificate)"/);
  });
});
