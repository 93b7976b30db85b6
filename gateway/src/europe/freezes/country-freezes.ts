import { countryFieldName } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import type { MissingCountry } from '@registry-hub/shared/statistics';
import { z } from 'zod';
import { type CountryAnswer, type CountryClients, CountryFault, type CountryRequest } from '../../countries';

const freezeForm = z.object({
  label: z.string().max(64),
  takenAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  takenBy: z.string().max(1000),
  derivationVersion: z.int(),
  cases: z.int(),
});

/** A freeze as its country tells of it. */
export type CountryFreeze = z.output<typeof freezeForm>;

/** What a country tells of freezes; or why it tells nothing. */
export type ToldFreezes =
  | { readonly kind: 'told'; readonly code: string; readonly freezes: readonly CountryFreeze[] }
  | { readonly kind: 'missing'; readonly missing: MissingCountry };

/** How countries are asked about freezes: in the caller's own name, who has to have the right to it in each. */
export interface FreezeAsker {
  readonly countries: Pick<CountryClients, 'post'>;
  /** The caller's own token. */
  readonly authorization: string;
  readonly requestId: string;
}

const FIELDS = '{ label takenAt takenBy derivationVersion cases }';
/** With these a country says what is wrong with what was asked of it; its sentence is for the caller. */
const TELLING_CODES = ['CONFLICT', 'BAD_USER_INPUT', 'FORBIDDEN', 'RATE_LIMITED'];
const LONGEST_MESSAGE = 300;

/** What a country has frozen so far. */
export function listFreezes(asker: FreezeAsker, country: RegisteredCountry): Promise<ToldFreezes> {
  const field = countryFieldName(country.name);
  const form = z.object({ [field]: z.object({ registry: z.object({ freezes: z.array(freezeForm) }) }) });
  const read = (data: unknown): readonly CountryFreeze[] | undefined => form.safeParse(data).data?.[field]?.registry.freezes;
  return ask(asker, country, { query: `{ ${field} { registry { freezes ${FIELDS} } } }` }, read);
}

/** Freezes a country under a label, or finds that it is frozen under it already. It is asked once, since it changes something. */
export function takeFreeze(asker: FreezeAsker, country: RegisteredCountry, label: string): Promise<ToldFreezes> {
  const field = countryFieldName(country.name);
  const form = z.object({ [field]: z.object({ freezeRegistry: freezeForm }) });
  const read = (data: unknown): readonly CountryFreeze[] | undefined => {
    const taken = form.safeParse(data).data?.[field]?.freezeRegistry;
    return taken && [taken];
  };
  const query = `mutation ($label: String!) { ${field} { freezeRegistry(label: $label, keepExisting: true) ${FIELDS} } }`;
  return ask(asker, country, { query, variables: { label } }, read);
}

async function ask(
  { countries, authorization, requestId }: FreezeAsker,
  { code }: RegisteredCountry,
  request: CountryRequest,
  read: (data: unknown) => readonly CountryFreeze[] | undefined,
): Promise<ToldFreezes> {
  try {
    const answer = await countries.post(code, { ...request, headers: { authorization, 'x-request-id': requestId } });
    const freezes = read(answer.data);
    return freezes ? { kind: 'told', code, freezes } : missing({ code, reason: 'ERROR', message: reasonOf(answer) });
  } catch (error) {
    if (!(error instanceof CountryFault)) throw error;
    return missing({ code, reason: error.kind, message: error.message });
  }
}

function missing(country: MissingCountry): ToldFreezes {
  return { kind: 'missing', missing: country };
}

function reasonOf({ errors = [] }: CountryAnswer): string {
  const [telling] = errors.filter(({ extensions }) => TELLING_CODES.includes(String(extensions?.['code'])));
  return telling ? telling.message.slice(0, LONGEST_MESSAGE) : 'The registry did not say what it has frozen.';
}
