import { HUB_SIGNATURE_HEADER, type SignQuestion } from '@registry-hub/shared/identity';
import {
  type CohortQuestion,
  type Counts,
  canonicalText,
  decodeCounts,
  LAYOUT_VERSION,
  type MissingCountry,
} from '@registry-hub/shared/statistics';
import { z } from 'zod';
import { type CountryAnswer, type CountryClients, CountryFault } from '../../countries';

const PARTIAL_QUERY = 'query Partial($question: String!) { partial(question: $question) { layoutVersion counts } }';

const partialAnswer = z.object({ partial: z.object({ layoutVersion: z.int(), counts: z.string().nullable() }) });

/** What a country gave to a question: its counts, or why there are none. */
export type CountryPart = { readonly code: string; readonly counts: readonly Counts[] } | MissingCountry;

export interface AskCountryOptions {
  readonly countries: Pick<CountryClients, 'post'>;
  readonly signQuestion: SignQuestion;
  readonly authorization: string;
}

/** Puts a question to one country. It never fails: a country that gives no counts is missing, and says why. */
export async function askCountry(code: string, question: CohortQuestion, options: AskCountryOptions): Promise<CountryPart> {
  const text = canonicalText(question);
  try {
    const signature = await options.signQuestion(code, text);
    const answer = await options.countries.post(code, {
      query: PARTIAL_QUERY,
      variables: { question: text },
      headers: { authorization: options.authorization, [HUB_SIGNATURE_HEADER]: signature },
    });
    return readPart(code, question, answer);
  } catch (error) {
    if (error instanceof CountryFault) return { code, reason: error.kind, message: error.message };
    return { code, reason: 'ERROR', message: 'The registry could not be asked.' };
  }
}

function readPart(code: string, question: CohortQuestion, answer: CountryAnswer): CountryPart {
  const [refusal] = answer.errors ?? [];
  if (refusal) {
    const refusalCode = refusal.extensions?.['code'];
    return {
      code,
      reason: 'ERROR',
      message: `The registry refused the question: ${typeof refusalCode === 'string' ? refusalCode : 'ERROR'}.`,
    };
  }
  const read = partialAnswer.safeParse(answer.data);
  if (!read.success) return { code, reason: 'INCOMPATIBLE', message: 'The registry gave no partial.' };
  const { layoutVersion, counts } = read.data.partial;
  if (counts === null || layoutVersion !== LAYOUT_VERSION) {
    return { code, reason: 'INCOMPATIBLE', message: `The registry speaks layout ${layoutVersion} of partials, the hub ${LAYOUT_VERSION}.` };
  }
  try {
    return { code, counts: decodeCounts(counts, question.figures.length) };
  } catch {
    return { code, reason: 'INCOMPATIBLE', message: 'The registry gave a partial that can not be read.' };
  }
}
