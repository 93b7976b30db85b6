import { existsSync } from 'node:fs';
import type { Participant } from '@registry-hub/shared/masking';
import { z } from 'zod';
import {
  type Asker,
  allChecks,
  askers,
  findRegistry,
  type GivenTokens,
  isConforming,
  openAccess,
  RegistryUnderTest,
  resultLine,
  runChecks,
  summaryLine,
} from '../conformance';
import type { DataFolder } from '../data-folder';
import { OperatorError } from '../errors';
import { type HubSettings, readHubSettings } from '../settings';
import { readCountries } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';

export type ConformanceOptions = {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly writes?: boolean;
  readonly hubKey?: string;
} & { readonly [A in Asker as `token${Capitalize<A>}`]?: string };

const WITHIN_MS = 5000;

/**
 * Holds a national registry, asked over HTTP, against what every registry does; exit code 0 when it does all of it.
 *
 * @param url of its subgraph, as `https://registry.example/graphql`
 * @throws OperatorError when no country's subgraph answers there, or nothing opens it
 */
export async function conformanceCommand(context: CommandContext, url: string, options: ConformanceOptions): Promise<ExitCode> {
  const { environment, out, err } = context;
  if (!URL.canParse(url)) throw new OperatorError(`"${url}" is no address; expected one as https://registry.example/graphql.`);
  const { data, identity } = readHubSettings(environment);
  const tokens = tokensIn(options);
  // whoever gives tokens asks a registry that need not know this hub: what it signs would be refused there, rightly
  const own = Object.keys(tokens).length === 0;
  const access = openAccess({
    tokens,
    issuer: own ? ownIssuer(data, identity) : undefined,
    hubKey: options.hubKey ?? (own && existsSync(data.hubKey.privateKey) ? data.hubKey.privateKey : undefined),
    peers: () => peersIn(data),
  });
  const registry = new RegistryUnderTest(await findRegistry(url, access), access);
  const { country } = registry.address;
  err(`${country.code} ${country.name}, ${url}${options.writes === true ? ': checks that change its data are tried' : ''}`);
  const checks = allChecks();
  const idWidth = Math.max(...checks.map(({ id }) => id.length));
  const results = await runChecks(checks, registry, {
    writes: options.writes === true,
    tell: (result) => {
      if (options.json !== true) out(resultLine(result, idWidth));
    },
  });
  const conforms = isConforming(results, options.strict === true);
  if (options.json === true) out(JSON.stringify({ country, url, conforms, checks: results }, undefined, 2));
  else out(summaryLine(results));
  return conforms ? 0 : 1;
}

function tokensIn(options: ConformanceOptions): GivenTokens {
  const given = askers.flatMap((asker) => {
    const token = options[`token${asker.charAt(0).toUpperCase()}${asker.slice(1)}` as keyof ConformanceOptions];
    return typeof token === 'string' ? [[asker, token] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Where the development issuer is, once the hub of this data folder has been started. */
function ownIssuer(data: DataFolder, { kind }: HubSettings['identity']): DataFolder['identity'] | undefined {
  return kind !== 'PROVIDER' && existsSync(data.identity.issuer) ? data.identity : undefined;
}

const healthForm = z.object({ maskingKey: z.string() });

/** The countries of this hub that answer, with their masking keys. */
async function peersIn(data: DataFolder): Promise<readonly Participant[]> {
  const found = await Promise.all(
    readCountries(data).countries.map(async ({ code, url }) => {
      const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(WITHIN_MS) })
        .then((response): Promise<unknown> => response.json())
        .catch(() => undefined);
      const { maskingKey } = healthForm.safeParse(answer).data ?? {};
      return maskingKey === undefined ? [] : [{ country: code, publicKey: maskingKey }];
    }),
  );
  return found.flat();
}
