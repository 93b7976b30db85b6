import { HUB_SIGNATURE_HEADER } from '@registry-hub/shared/identity';
import { KNOWN_STATE_HEADER } from '@registry-hub/shared/partial-exchange';
import { type Counts, decodeCounts, LAYOUT_VERSION, type MissingCountry } from '@registry-hub/shared/statistics';
import { type CountryClients, CountryFault, type RawPartial } from '../../countries';

/** A question as it is put to all countries. */
export interface PutQuestion {
  readonly text: string;
  /** Number of its figures. */
  readonly figures: number;
  /** The hub's, over the text. */
  readonly signature: string;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
}

/** What a country gave to a question: its counts, word that it is still in the state that is known, or why there are none. */
export type CountryPart =
  | { readonly kind: 'counted'; readonly code: string; readonly state: string; readonly counts: readonly Counts[] }
  | { readonly kind: 'unchanged'; readonly code: string }
  | { readonly kind: 'missing'; readonly missing: MissingCountry };

/**
 * Puts a question to one country. It never fails: a country that gives no counts is missing, and says why.
 *
 * @param knownState the state of the country's data that the hub has the sums of
 */
export async function askCountry(
  countries: Pick<CountryClients, 'askPartial'>,
  code: string,
  question: PutQuestion,
  knownState?: string,
): Promise<CountryPart> {
  const { text, figures, signature, authorization } = question;
  const headers = {
    authorization,
    [HUB_SIGNATURE_HEADER]: signature,
    ...(knownState === undefined ? {} : { [KNOWN_STATE_HEADER]: knownState }),
  };
  try {
    return readPart(code, figures, await countries.askPartial(code, text, headers));
  } catch (error) {
    if (error instanceof CountryFault) return missing(code, error.kind, error.message);
    return missing(code, 'ERROR', 'The registry could not be asked.');
  }
}

function readPart(code: string, figures: number, { status, state, layout, body }: RawPartial): CountryPart {
  if (status === 304) return { kind: 'unchanged', code };
  if (layout !== undefined && layout !== String(LAYOUT_VERSION)) {
    return missing(code, 'INCOMPATIBLE', `The registry speaks another layout of partials than the hub, which speaks ${LAYOUT_VERSION}.`);
  }
  if (status === 401 || status === 403) return missing(code, 'ERROR', 'The registry refused the question.');
  if (status >= 500) return missing(code, 'ERROR', 'The registry could not answer.');
  if (status !== 200 || state === undefined) return missing(code, 'INCOMPATIBLE', 'The registry gave no partial.');
  try {
    return { kind: 'counted', code, state, counts: decodeCounts(body, figures) };
  } catch {
    return missing(code, 'INCOMPATIBLE', 'The registry gave a partial that can not be read.');
  }
}

function missing(code: string, reason: MissingCountry['reason'], message: string): CountryPart {
  return { kind: 'missing', missing: { code, reason, message } };
}
