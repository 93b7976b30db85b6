import { createHash } from 'node:crypto';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

/** What an Apollo Server takes for its gateway. */
type Gateway = NonNullable<Pick<ApolloServerOptions<BaseContext>, 'gateway'>['gateway']>;

type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

export interface ServedSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** A schema that an Apollo Server executes by itself and that may be replaced while it serves. */
export class LiveSchema implements Gateway {
  private readonly listeners = new Set<Listener>();

  constructor(private served: ServedSchema) {}

  get current(): GraphQLSchema {
    return this.served.schema;
  }

  /** Another one for another schema. */
  get digest(): string {
    return createHash('sha256').update(this.served.sdl).digest('base64url');
  }

  replace(served: ServedSchema): void {
    this.served = served;
    this.tell();
  }

  async load(): Promise<{ executor: null }> {
    this.tell();
    return { executor: null };
  }

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.listeners.clear();
  }

  private tell(): void {
    for (const listener of this.listeners) listener({ apiSchema: this.served.schema, coreSupergraphSdl: this.served.sdl });
  }
}
