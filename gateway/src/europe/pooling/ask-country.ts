import { readDisclosureSettings } from '@registry-hub/shared/disclosure';
import type { DisclosureSettings } from '@registry-hub/shared/domain';
import { HUB_SIGNATURE_HEADER } from '@registry-hub/shared/identity';
import { KNOWN_STATE_HEADER, NOT_FROZEN, type PartialRefusal, readRefusal } from '@registry-hub/shared/partial-exchange';
import { LAYOUT_VERSION, type MissingCountry } from '@registry-hub/shared/statistics';
import { type CountryClients, CountryFault, type RawPartial } from '../../countries';

/** A question as it is put to all countries. */
export interface PutQuestion<P> {
  readonly text: string;
  /** The hub's, over the text. */
  readonly signature: string;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
  /** Reads a partial's bytes. Throws RangeError when they answer another question. */
  readonly read: (bytes: Uint8Array) => P;
}

/** A country that gave no partial. */
export interface LostCountry extends MissingCountry {
  readonly refusal?: PartialRefusal;
}

/** What a country gave to a question. */
export interface GivenPart<P> {
  readonly kind: 'given';
  readonly code: string;
  /** Of the data that were counted. */
  readonly state: string;
  /** What the country asks of disclosure control in that state. */
  readonly settings: DisclosureSettings;
  /** Whether patients are left out who were in the freeze when it was taken. */
  readonly leftOut: boolean;
  readonly part: P;
}

/** What comes from a country: its sums, word that it is still in the state that is known, or why there is nothing. */
export type CountryPart<P> =
  | GivenPart<P>
  | { readonly kind: 'unchanged'; readonly code: string }
  | { readonly kind: 'lost'; readonly lost: LostCountry };

/**
 * Puts a question to one country. It never fails: a country that gives no sums is lost, and says why.
 *
 * @param knownState the state of the country's data that the hub has the sums of
 */
export async function askCountry<P>(
  countries: Pick<CountryClients, 'askPartial'>,
  code: string,
  question: PutQuestion<P>,
  knownState?: string,
): Promise<CountryPart<P>> {
  const { text, signature, authorization, read } = question;
  const headers = {
    authorization,
    [HUB_SIGNATURE_HEADER]: signature,
    ...(knownState === undefined ? {} : { [KNOWN_STATE_HEADER]: knownState }),
  };
  try {
    return readPart(code, read, await countries.askPartial(code, text, headers));
  } catch (error) {
    return { kind: 'lost', lost: lostBy(code, error) };
  }
}

/** A country that could not be asked. */
export function lostBy(code: string, error: unknown): LostCountry {
  if (error instanceof CountryFault) return { code, reason: error.kind, message: error.message };
  return { code, reason: 'ERROR', message: 'The registry could not be asked.' };
}

function readPart<P>(code: string, read: PutQuestion<P>['read'], answer: RawPartial): CountryPart<P> {
  const { status, state, layout, disclosureSettings = '', leftOut, body } = answer;
  if (status === 304) return { kind: 'unchanged', code };
  if (layout !== undefined && layout !== String(LAYOUT_VERSION)) {
    return lost(code, 'INCOMPATIBLE', `The registry speaks another layout of partials than the hub, which speaks ${LAYOUT_VERSION}.`);
  }
  const refusal = status === 409 ? readRefusal(body) : undefined;
  if (refusal?.code === NOT_FROZEN) return lost(code, 'NOT_FROZEN', 'The registry has no freeze with this label.');
  if (refusal) return { kind: 'lost', lost: { code, reason: 'ERROR', message: `The registry takes no part: ${refusal.message}`, refusal } };
  if (status === 401 || status === 403) return lost(code, 'ERROR', 'The registry refused the question.');
  if (status >= 500) return lost(code, 'ERROR', 'The registry could not answer.');
  if (status !== 200 || state === undefined) return lost(code, 'INCOMPATIBLE', 'The registry gave no partial.');
  const settings = readDisclosureSettings(disclosureSettings);
  if (!settings) return lost(code, 'INCOMPATIBLE', 'The registry did not say what it asks of disclosure control.');
  try {
    return { kind: 'given', code, state, settings, leftOut, part: read(body) };
  } catch {
    return lost(code, 'INCOMPATIBLE', 'The registry gave a partial that can not be read.');
  }
}

function lost(code: string, reason: MissingCountry['reason'], message: string): CountryPart<never> {
  return { kind: 'lost', lost: { code, reason, message } };
}
