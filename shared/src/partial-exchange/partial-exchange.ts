import { z } from 'zod';

/**
 * How the hub asks a registry for its sums: `POST` to this path beside the registry's GraphQL endpoint, with the canonical text
 * of the question as the body, the caller's own token as `authorization` and the hub's signature over the text.
 *
 * It is answered with 200 and the partial's bytes: a masked vector, or counts where a question may be answered in clear; with 304
 * while the registry is still in the state the hub knows; with 406 by a registry that speaks another layout; with 409 and a
 * {@link PartialRefusal} by one that takes no part in the sum; else with an error's status and the same JSON as GraphQL's errors.
 */
export const PARTIAL_PATH = '/partial';

/** Of a request: the state that the hub has this registry's sums of. */
export const KNOWN_STATE_HEADER = 'x-known-state';
/** Of an answer: the state that was counted. The same text means the same data; nothing else can be read from it. */
export const STATE_HEADER = 'x-registry-state';
/** Of an answer: the layout of partials that the registry speaks. */
export const LAYOUT_HEADER = 'x-partial-layout';
/** Of an answer with sums: what the registry asks of disclosure control, as JSON. Another setting is another state. */
export const DISCLOSURE_HEADER = 'x-disclosure-settings';

/** Of an answer from a freeze: `true` where patients are left out who were in it when it was taken. */
export const LEFT_OUT_HEADER = 'x-freeze-left-out';
/** Code of a refusal: this registry has no freeze with the label that the question's filter names. */
export const NOT_FROZEN = 'NOT_FROZEN';

export const PARTIAL_MEDIA_TYPE = 'application/octet-stream';
const refusalForm = z.object({ code: z.string(), message: z.string(), countries: z.array(z.string()).readonly() });

/** Why a registry takes no part in a masked sum, with the countries whose keys are the reason, where they are. */
export type PartialRefusal = z.output<typeof refusalForm>;

/** Reads the body of a 409. @returns undefined when it is no refusal */
export function readRefusal(body: Uint8Array): PartialRefusal | undefined {
  try {
    return refusalForm.safeParse(JSON.parse(Buffer.from(body).toString())).data;
  } catch {
    return undefined;
  }
}

/** Of a question's text: many figures of one cohort, with the plans of their cells, are some ten kilobytes. */
export const LONGEST_QUESTION_BYTES = 1024 * 1024;

/** Where a registry gives its partials. @param graphqlUrl of its subgraph, as `https://host/registry/graphql` */
export function partialUrl(graphqlUrl: string): URL {
  return new URL(`.${PARTIAL_PATH}`, graphqlUrl);
}
