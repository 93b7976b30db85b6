import { z } from 'zod';
import { readIfThere, replaceFile } from '../data-folder';

const partSchema = z.object({
  name: z.string(),
  kind: z.enum(['database', 'national', 'identity', 'gateway']),
  state: z.enum(['STARTING', 'UP', 'DOWN']),
  pid: z.int().optional(),
  url: z.string().optional(),
  /** When it came into this state, ISO 8601. */
  since: z.string(),
  restarts: z.int(),
  /** Why it stays down. */
  note: z.string().optional(),
});

const stateSchema = z.object({
  hub: z.object({ pid: z.int(), url: z.string().optional(), startedAt: z.string() }),
  parts: z.array(partSchema),
});

/** One process of the hub, as its supervisor sees it. */
export type PartReport = Readonly<z.output<typeof partSchema>>;
export type PartKind = PartReport['kind'];

/** The running hub, as other processes of this machine may read it. */
export interface HubState {
  readonly hub: { readonly pid: number; readonly url?: string | undefined; readonly startedAt: string };
  readonly parts: readonly PartReport[];
}

export function writeHubState(file: string, state: HubState): void {
  replaceFile(file, `${JSON.stringify(state, undefined, 2)}\n`);
}

/** The state last written; undefined when there is none. */
export function readHubState(file: string): HubState | undefined {
  const text = readIfThere(file);
  return text === undefined ? undefined : stateSchema.parse(JSON.parse(text));
}
