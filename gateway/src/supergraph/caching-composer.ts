import type { SchemaFolder } from './schema-folder';
import type { ComposeSupergraph } from './worker-composer';

/** Composes only what was not composed last: a second start finds its supergraph in the folder. */
export function createCachingComposer(folder: SchemaFolder, compose: ComposeSupergraph): ComposeSupergraph {
  return async (subgraphs) => {
    const kept = await folder.readSupergraph(subgraphs);
    if (kept !== undefined) return { supergraph: kept };
    const composition = await compose(subgraphs);
    if ('supergraph' in composition) await folder.writeSupergraph(subgraphs, composition.supergraph);
    return composition;
  };
}
