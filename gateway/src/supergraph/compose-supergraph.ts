import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
}

/** A supergraph, or why there is none. */
export type Composition = { readonly supergraph: string } | { readonly problems: readonly string[] };

/**
 * Composes subgraphs into one supergraph. It names no address: a subgraph is found by its name, so the text follows from
 * the schemas alone. Takes seconds of computing for many countries.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): Composition {
  try {
    const { supergraphSdl, errors } = composeServices(
      subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `registry:${name}` })),
    );
    return errors === undefined ? { supergraph: `${supergraphSdl.trim()}\n` } : { problems: errors.map(({ message }) => message) };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}
