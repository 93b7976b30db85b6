import type { FaultKind } from './country-fault';

export const nodeStates = ['UP', 'DEGRADED', 'DOWN'] as const;
export type NodeState = (typeof nodeStates)[number];

/** How a country does, as far as the hub can tell. Absent: not known. */
export interface CountryStatus {
  readonly state: NodeState;
  readonly checkedAt?: Date;
  /** Round trip of the latest probe, in milliseconds. */
  readonly latencyMs?: number;
  readonly version?: string;
  readonly message?: string;
}

/** The latest of each kind of contact; times in milliseconds since 1970. */
export interface CountryContacts {
  readonly probe?: { readonly at: number; readonly fault?: FaultKind; readonly ready?: boolean };
  readonly traffic?: { readonly at: number; readonly fault?: FaultKind };
  readonly latencyMs?: number;
  readonly version?: string;
  /** The public key under which it masks sums. */
  readonly maskingKey?: string;
  /** A digest of the schema it serves. */
  readonly schema?: string;
  /** Why the schema it serves can't be used. */
  readonly schemaProblem?: string;
}

/** A request that failed tells about a country that else answers for so long, unless one succeeds sooner. Project convention. */
const TRAFFIC_FAULT_COUNTS_MS = 30_000;

/** @param now milliseconds since 1970 */
export function statusOf(contacts: CountryContacts, now: number): CountryStatus {
  const { probe, traffic, latencyMs, version } = contacts;
  const checked = Math.max(probe?.at ?? 0, traffic?.at ?? 0);
  return {
    ...judge(contacts, now),
    ...(checked > 0 ? { checkedAt: new Date(checked) } : {}),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(version === undefined ? {} : { version }),
  };
}

function judge(contacts: CountryContacts, now: number): Pick<CountryStatus, 'state' | 'message'> {
  const { probe, traffic, schemaProblem } = contacts;
  if (probe === undefined && traffic === undefined) return { state: 'DOWN', message: 'The registry was not asked yet.' };
  if (!isReachable(contacts)) return { state: 'DOWN', message: 'The registry does not answer.' };
  if (schemaProblem !== undefined) return { state: 'DEGRADED', message: schemaProblem };
  if (probe?.ready === false) return { state: 'DEGRADED', message: 'The registry answers that it is not ready.' };
  if (traffic !== undefined && now - traffic.at < TRAFFIC_FAULT_COUNTS_MS) {
    if (traffic.fault === 'TIMEOUT') return { state: 'DEGRADED', message: 'The registry answered a request too late.' };
    if (traffic.fault === 'ERROR') return { state: 'DEGRADED', message: 'The registry gave an answer that can not be used.' };
  }
  return { state: 'UP' };
}

/** The latest contact decides, but a request that came too late leaves it to the probe: the question may have been heavy. */
export function isReachable({ probe, traffic }: CountryContacts): boolean {
  const byProbe = probe !== undefined && probe.fault === undefined;
  if (traffic === undefined || traffic.at < (probe?.at ?? 0)) return byProbe;
  if (traffic.fault === 'TIMEOUT') return byProbe;
  return traffic.fault !== 'UNREACHABLE';
}
