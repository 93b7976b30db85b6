import { HUB_SIGNATURE_HEADER, type SignQuestion } from '@registry-hub/shared/identity';
import { LAYOUT_VERSION, type MissingCountry } from '@registry-hub/shared/statistics';
import { z } from 'zod';
import { type CountryAnswer, type CountryClients, CountryFault } from '../../countries';

const PARTIAL_QUERY = `query Partial($question: String!) {
  partial(question: $question) { layoutVersion counts refusal { code message countries } }
}`;

const refusalForm = z.object({ code: z.string(), message: z.string(), countries: z.array(z.string()) });
const partialForm = z.object({
  partial: z.object({ layoutVersion: z.int(), counts: z.string().nullable(), refusal: refusalForm.nullable() }),
});

/** Why a country takes no part in a masked sum, with the countries whose keys are the reason, where they are. */
export type PartialRefusal = z.output<typeof refusalForm>;

/** A country that gave no partial. */
export interface LostCountry extends MissingCountry {
  readonly refusal?: PartialRefusal;
}

/** What a country gave to a question, as it was read, or why there is nothing. */
export type CountryPart<P> = { readonly code: string; readonly part: P } | LostCountry;

export interface AskCountryOptions {
  readonly countries: Pick<CountryClients, 'post'>;
  readonly signQuestion: SignQuestion;
  /** The caller's own token: each country verifies it anew. */
  readonly authorization: string;
}

/**
 * Puts a question to one country. It never fails: a country that gives no partial is missing, and says why.
 *
 * @param text of the question @param read makes something of the partial's text, and throws RangeError when it can't
 */
export async function askCountry<P>(
  code: string,
  text: string,
  read: (counts: string) => P,
  { countries, signQuestion, authorization }: AskCountryOptions,
): Promise<CountryPart<P>> {
  try {
    const signature = await signQuestion(code, text);
    const answer = await countries.post(code, {
      query: PARTIAL_QUERY,
      variables: { question: text },
      headers: { authorization, [HUB_SIGNATURE_HEADER]: signature },
    });
    return readPart(code, answer, read);
  } catch (error) {
    return lostBy(code, error);
  }
}

/** A country that could not be asked. */
export function lostBy(code: string, error: unknown): LostCountry {
  if (error instanceof CountryFault) return { code, reason: error.kind, message: error.message };
  return { code, reason: 'ERROR', message: 'The registry could not be asked.' };
}

function readPart<P>(code: string, answer: CountryAnswer, read: (counts: string) => P): CountryPart<P> {
  const [error] = answer.errors ?? [];
  if (error) {
    const errorCode = error.extensions?.['code'];
    const named = typeof errorCode === 'string' ? errorCode : 'ERROR';
    return { code, reason: 'ERROR', message: `The registry refused the question: ${named}.` };
  }
  const parsed = partialForm.safeParse(answer.data);
  if (!parsed.success) return { code, reason: 'INCOMPATIBLE', message: 'The registry gave no partial.' };
  const { layoutVersion, counts, refusal } = parsed.data.partial;
  if (layoutVersion !== LAYOUT_VERSION) {
    return { code, reason: 'INCOMPATIBLE', message: `The registry speaks layout ${layoutVersion} of partials, the hub ${LAYOUT_VERSION}.` };
  }
  if (refusal) return { code, reason: 'ERROR', message: `The registry refused the question: ${refusal.message}`, refusal };
  if (counts === null) return { code, reason: 'INCOMPATIBLE', message: 'The registry gave no partial.' };
  try {
    return { code, part: read(counts) };
  } catch {
    return { code, reason: 'INCOMPATIBLE', message: 'The registry gave a partial that can not be read.' };
  }
}
