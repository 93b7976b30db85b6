import type { CountryIdentity } from '@registry-hub/shared/domain';

/** UNREACHABLE: no connection, or it broke. TIMEOUT: no whole answer in time. ERROR: an answer that can't be used. */
export type FaultKind = 'UNREACHABLE' | 'TIMEOUT' | 'ERROR';

export interface FaultDetails {
  readonly kind: FaultKind;
  /** Whether the country may have received the request, and acted upon it. */
  readonly delivered: boolean;
  /** For the log, free of addresses and data: an error's code, as ECONNREFUSED, or a few words. */
  readonly reason: string;
}

/** A country gave no usable answer. The message is fit for clients. */
export class CountryFault extends Error {
  override readonly name = 'CountryFault';
  readonly kind: FaultKind;
  readonly delivered: boolean;
  readonly reason: string;

  constructor(
    readonly country: CountryIdentity,
    { kind, delivered, reason }: FaultDetails,
  ) {
    super(`The registry of ${country.name} does not answer.`);
    this.kind = kind;
    this.delivered = delivered;
    this.reason = reason;
  }
}

/** Errors of a connection that was never made: the request can't have arrived. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** TLS was not agreed upon: a certificate that is missing, out of date, of another authority or of another host. */
const NO_TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_PURPOSE|EPROTO)/;
const BROKEN_CONNECTION = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/** What an error of the HTTP client means for the country that was asked. Its message holds addresses and is dropped. */
export function describeFault(error: unknown): FaultDetails {
  const { name, code }: { name?: unknown; code?: unknown } = typeof error === 'object' && error !== null ? error : {};
  const reason = typeof code === 'string' ? code : String(name);
  if (name === 'TimeoutError') return { kind: 'TIMEOUT', delivered: true, reason: 'deadline' };
  if (NEVER_CONNECTED.has(reason) || NO_TLS.test(reason)) return { kind: 'UNREACHABLE', delivered: false, reason };
  if (BROKEN_CONNECTION.has(reason)) return { kind: 'UNREACHABLE', delivered: true, reason };
  return { kind: 'ERROR', delivered: true, reason };
}
