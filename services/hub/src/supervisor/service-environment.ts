import type { Environment } from '../settings';

/** The hub's own settings, and what one service must not know of another: database passwords above all. */
const NOT_HANDED_ON = /^(HUB_|DATABASE_URL|OIDC_|COUNTRY_|EXTENSIONS|TLS_|HEALTH_PORT$|HOST$|PORT$|PG[A-Z]+$)/;

/** What a service is started with: the machine's environment (paths, proxies, certificates), and its own settings. */
export function serviceEnvironment(machine: Environment, own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const inherited = Object.entries(machine).filter(([name]) => !NOT_HANDED_ON.test(name));
  // whoever runs the hub for development may look at its schema
  const introspection = machine['NODE_ENV'] === 'production' ? 'off' : 'on';
  const all = [
    ['GRAPHQL_INTROSPECTION', introspection] as const,
    ...inherited,
    ['NODE_ENV', 'production'] as const,
    ['TZ', 'UTC'] as const,
    ...Object.entries(own),
  ];
  return Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
