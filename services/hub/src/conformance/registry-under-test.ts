import type { CountryIdentity } from '@registry-hub/shared/domain';
import { countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import { z } from 'zod';
import type { Access, Asker } from './access';
import { Deviation, shown } from './deviation';

/** An answer over HTTP, read as GraphQL's where it is one. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
  /** The codes of the errors, each once. */
  readonly codes: readonly string[];
}

export type AnswerError = z.output<typeof errorSchema>;

/** Which registry is asked. */
export interface RegistryAddress {
  readonly url: string;
  readonly country: CountryIdentity;
  /** The subgraph's schema as it was served. */
  readonly sdl: string;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const WITHIN_MS = 60_000;
const errorSchema = z.looseObject({
  message: z.string(),
  extensions: z.looseObject({ code: z.string().optional() }).optional(),
});
const answerSchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).optional() });

/** Sends one request, and reads all of the answer. */
export async function send(url: string | URL, { method = 'POST', headers = {}, body }: HttpRequest): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
    ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { data, errors = [] } = answerSchema.safeParse(jsonOf(bytes)).data ?? {};
  const codes = [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'none'))];
  return { status: answer.status, headers: answer.headers, bytes, data, errors, codes };
}

/** A GraphQL operation as a request. */
export function operation(query: string, variables: object, authorization?: string): HttpRequest {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return { headers, body: JSON.stringify({ query, variables }) };
}

/** A registry as its clients see it: asked over HTTP, as whoever there is a token for. */
export class RegistryUnderTest {
  /** Every error that it answered with. */
  readonly told: AnswerError[] = [];
  readonly field: string;
  readonly type: string;

  constructor(
    readonly address: RegistryAddress,
    readonly access: Access,
  ) {
    this.field = countryFieldName(address.country.name);
    this.type = countryTypeName(address.country.name);
  }

  get code(): string {
    return this.address.country.code;
  }

  tokenOf(asker: Asker): Promise<string> {
    return this.access.tokenOf(asker, this.code);
  }

  /** One of its doors, beside GraphQL: `health/ready`, `partial`. */
  async door(path: string, request: HttpRequest): Promise<Answer> {
    return this.note(await send(new URL(path, this.address.url), request));
  }

  /** Sends an operation with this `Authorization`, whatever it is, and headers beside it. */
  async askWith(
    authorization: string | undefined,
    query: string,
    variables: object = {},
    beside: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const { headers, ...request } = operation(query, variables, authorization);
    return this.note(await send(this.address.url, { ...request, headers: { ...headers, ...beside } }));
  }

  async ask(asker: Asker, query: string, variables: object = {}): Promise<Answer> {
    return this.askWith(`Bearer ${await this.tokenOf(asker)}`, query, variables);
  }

  /** What is selected of the country's registry. @throws Deviation when it answers with an error */
  read<T>(asker: Asker, selection: string, form: z.ZodType<T>, variables: Variables = {}): Promise<T> {
    const query = `query${declared(variables)} { ${this.field} { registry { ${selection} } } }`;
    return this.answered(
      asker,
      query,
      z.object({ [this.field]: z.object({ registry: form }) }),
      variables,
      (data) => data[this.field]?.registry,
    );
  }

  /** What an operation of the country answers. @throws Deviation when it answers with an error */
  change<T>(asker: Asker, selection: string, form: z.ZodType<T>, variables: Variables = {}): Promise<T> {
    const query = `mutation${declared(variables)} { ${this.field} { done: ${selection} } }`;
    return this.answered(asker, query, z.object({ [this.field]: z.object({ done: form }) }), variables, (data) => data[this.field]?.done);
  }

  private async answered<D, T>(
    asker: Asker,
    query: string,
    form: z.ZodType<D>,
    variables: Variables,
    pick: (data: D) => T | undefined,
  ): Promise<T> {
    const values = Object.fromEntries(Object.entries(variables).map(([name, [, value]]) => [name, value]));
    const { data, errors } = await this.ask(asker, query, values);
    if (errors.length > 0) throw new Deviation(`an answer to ${query}`, shown(errors));
    const read = form.safeParse(data);
    if (!read.success) throw new Deviation(`an answer of the asked form to ${query}`, shown(data));
    const picked = pick(read.data);
    if (picked === undefined) throw new Deviation(`an answer to ${query}`, shown(data));
    return picked;
  }

  private note(answer: Answer): Answer {
    this.told.push(...answer.errors);
    return answer;
  }
}

/** Variables of an operation: by name, the GraphQL type and the value. */
export type Variables = Readonly<Record<string, readonly [type: string, value: unknown]>>;

function declared(variables: Variables): string {
  const names = Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`);
  return names.length === 0 ? '' : `(${names.join(', ')})`;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
