import { type CountryIdentity, standardSchema } from '@registry-hub/shared/domain';
import { HUB_SIGNATURE_HEADER, SCHEMA_QUESTION, type SignQuestion } from '@registry-hub/shared/identity';
import { z } from 'zod';
import { type CountryClients, CountryFault } from '../countries';
import type { NationalSchemas } from '../national-schemas';
import type { JoiningCountry } from './build-supergraph';
import { countrySchemaProblems } from './country-schema-rules';
import { plainSchema } from './plain-schema';
import type { SchemaFolder } from './schema-folder';

const serviceAnswer = z.object({ _service: z.object({ sdl: z.string() }) });

/** A country's schemas, the one it serves first. */
export interface CountrySchemas extends JoiningCountry {
  /** The one it serves, where it answers and the schema is allowed. */
  readonly served?: string;
  /** Why the one it serves is not allowed. */
  readonly problem?: string;
}

export interface SchemaFinderOptions extends NationalSchemas {
  readonly clients: Pick<CountryClients, 'post'>;
  /** A country shows its schema to the hub, which it knows by its signature. */
  readonly signQuestion: SignQuestion;
  readonly folder: SchemaFolder;
  /** How long a country is given to show its schema. */
  readonly timeoutMs: number;
}

/** What is known of a country before it has shown its own. */
interface KnownSchemas {
  /** Most often what the country then serves: so the schemas are composed once. */
  readonly extended: string | undefined;
  readonly standard: string;
}

type CheckedSchema = Pick<CountrySchemas, 'served' | 'problem'>;

/** Finds the schemas a country may join with: the one it serves, the one it last joined with, the one it is known for, the standard one. */
export class SchemaFinder {
  private readonly known = new Map<string, KnownSchemas>();
  /** The latest of each country, as it was served: most often it is the same again. */
  private readonly checks = new Map<string, { readonly sdl: string; readonly checked: CheckedSchema }>();

  constructor(private readonly options: SchemaFinderOptions) {}

  async find<C extends CountryIdentity>(country: C): Promise<CountrySchemas & { readonly country: C }> {
    const { extended, standard } = this.knownOf(country);
    const [sdl, kept] = await Promise.all([this.ask(country), this.options.folder.readCountry(country.code)]);
    const checked = sdl === undefined ? {} : this.check(country, sdl, standard);
    const schemas = [checked.served, kept, extended, standard].filter((one) => one !== undefined);
    return { country, schemas: [...new Set(schemas)], ...checked };
  }

  private async ask({ code }: CountryIdentity): Promise<string | undefined> {
    const { clients, signQuestion, timeoutMs } = this.options;
    try {
      const headers = { [HUB_SIGNATURE_HEADER]: await signQuestion([code], SCHEMA_QUESTION) };
      const { data } = await clients.post(code, { query: SCHEMA_QUESTION, headers, timeoutMs });
      return serviceAnswer.safeParse(data).data?.['_service'].sdl;
    } catch (error) {
      if (error instanceof CountryFault) return undefined;
      throw error;
    }
  }

  private knownOf(country: CountryIdentity): KnownSchemas {
    const { template, extended } = this.options;
    const key = `${country.code} ${country.name}`;
    const known = this.known.get(key);
    if (known) return known;
    const schema = extended(country);
    const read = {
      extended: schema === undefined ? undefined : plainSchema(schema),
      standard: plainSchema(standardSchema(template, country)),
    };
    this.known.set(key, read);
    return read;
  }

  private check(country: CountryIdentity, sdl: string, standard: string): CheckedSchema {
    const known = this.checks.get(country.code);
    if (known?.sdl === sdl) return known.checked;
    const checked = checkServed(country, sdl, standard);
    this.checks.set(country.code, { sdl, checked });
    return checked;
  }
}

function checkServed(country: CountryIdentity, sdl: string, standard: string): CheckedSchema {
  try {
    const served = plainSchema(sdl);
    const problems = countrySchemaProblems(country, served, standard);
    return problems.length === 0 ? { served } : { problem: problems.join('; ') };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
