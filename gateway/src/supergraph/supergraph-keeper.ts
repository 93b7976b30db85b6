import type { SupergraphManager } from '@apollo/gateway';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import type { CountryRegister } from '@registry-hub/shared/register';
import type { Logger } from '@registry-hub/shared/server';
import type { CountryClients } from '../countries';
import type { EuropeSubgraph } from '../europe';
import { buildSupergraph, type JoinedCountry } from './build-supergraph';
import type { CountrySchemas, SchemaFinder } from './schema-finder';
import type { SchemaFolder } from './schema-folder';
import type { ComposeSupergraph } from './worker-composer';

export interface SupergraphKeeperOptions {
  readonly register: CountryRegister;
  /** Calls back with each new register; returns how to stop that. */
  readonly watchRegister: (onChange: (register: CountryRegister) => void) => () => void;
  readonly clients: Pick<CountryClients, 'update' | 'onReachable' | 'reportSchemaProblem'>;
  readonly finder: Pick<SchemaFinder, 'find'>;
  readonly folder: SchemaFolder;
  readonly compose: ComposeSupergraph;
  readonly buildEurope: (countries: readonly CountryIdentity[]) => Promise<EuropeSubgraph>;
  readonly serveEurope: (europe: EuropeSubgraph) => void;
  /** All countries are asked for their schemas this often, in milliseconds. */
  readonly refreshMs: number;
  /** This often while one of them has not shown its own. */
  readonly retryMs: number;
  readonly logger: Logger;
}

type Update = (supergraph: string) => void;

const SCHEMA_PROBLEM = 'The schema this registry serves can not be joined to the others; an older one is in use.';

/**
 * Keeps the gateway's supergraph up to date: when a country joins, when one answers again, and from time to time. What
 * doesn't compose never gets into it: the last good one goes on serving.
 */
export class SupergraphKeeper implements SupergraphManager {
  private register: CountryRegister;
  private readonly europes = new Map<string, Promise<EuropeSubgraph>>();
  private joined: readonly JoinedCountry[] = [];
  private builtFrom: string | undefined;
  private problems: ReadonlyMap<string, string> = new Map();
  private allShown = false;
  private wanted = false;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: SupergraphKeeperOptions) {
    this.register = options.register;
  }

  readonly initialize: SupergraphManager['initialize'] = async ({ update }) => {
    let first: string | undefined;
    this.working = this.rebuild((supergraph) => {
      first = supergraph;
    });
    const cleanup = this.watch(update);
    try {
      await this.working;
    } catch (error) {
      this.working = undefined;
      await cleanup();
      throw error;
    }
    this.working = undefined;
    if (first === undefined) throw new Error('no supergraph was built');
    // what has become new meanwhile waits until the gateway has taken the first one
    if (this.wanted) setImmediate(() => this.want(update));
    else this.wantLater(update);
    return { supergraphSdl: first, cleanup };
  };

  /** Rebuilds whenever there may be something new; returns how to stop that. */
  private watch(update: Update): () => Promise<void> {
    const { clients, watchRegister } = this.options;
    const want = (): void => this.want(update);
    const stopWatching = watchRegister((register) => {
      this.register = register;
      clients.update(register);
      want();
    });
    const stopListening = clients.onReachable(want);
    return async () => {
      this.stopped = true;
      clearTimeout(this.timer);
      stopWatching();
      stopListening();
      await this.working;
    };
  }

  /** One rebuild after another, and one for all who want it meanwhile. */
  private want(update: Update): void {
    this.wanted = true;
    this.working ??= this.work(update);
  }

  private async work(update: Update): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      await this.rebuild(update).catch((error: unknown) =>
        this.options.logger.error({ reason: String(error) }, 'supergraph not rebuilt, the last one stays'),
      );
    }
    this.working = undefined;
    this.wantLater(update);
  }

  private wantLater(update: Update): void {
    const { refreshMs, retryMs } = this.options;
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.want(update), this.allShown ? refreshMs : retryMs).unref();
  }

  private async rebuild(update: Update): Promise<void> {
    const { finder, compose, serveEurope, folder } = this.options;
    const joining = await Promise.all(this.register.countries.map((country) => finder.find(country)));
    this.allShown = joining.every(({ served, problem }) => served !== undefined || problem !== undefined);
    const from = JSON.stringify(joining.map(({ country: { code, name }, schemas }) => [code, name, schemas]));
    if (from !== this.builtFrom) {
      const built = await buildSupergraph(joining, this.joined, async (countries) => (await this.europeOf(countries)).sdl, compose);
      const europe = await this.europeOf(built.joined.map(({ country }) => country));
      if (this.stopped) return;
      // no await between these: the gateway never meets a europe that has no type for one of its countries
      update(built.supergraph);
      serveEurope(europe);
      this.joined = built.joined;
      this.problems = built.problems;
      this.builtFrom = from;
      const served = new Map(joining.map((one) => [one.country.code, one.served]));
      const accepted = built.joined.filter(({ country, sdl }) => served.get(country.code) === sdl);
      await Promise.all(accepted.map(({ country, sdl }) => folder.writeCountry(country.code, sdl)));
    }
    this.report(joining);
  }

  /** Each is built once: building takes a while, and type-graphql remembers the classes of every build. */
  private europeOf(countries: readonly CountryIdentity[]): Promise<EuropeSubgraph> {
    const key = JSON.stringify(countries.map(({ code, name }) => [code, name]));
    const known = this.europes.get(key) ?? this.options.buildEurope(countries);
    this.europes.set(key, known);
    return known;
  }

  private report(joining: readonly CountrySchemas[]): void {
    const { clients, logger } = this.options;
    for (const { country, problem = this.problems.get(country.code) } of joining) {
      if (problem !== undefined) logger.error({ country: country.code, problem }, 'schema of a country not taken over');
      clients.reportSchemaProblem(country.code, problem === undefined ? undefined : SCHEMA_PROBLEM);
    }
  }
}
