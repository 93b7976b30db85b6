import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { type CountryClients, CountryFault } from '../countries';
import type { JoiningCountry } from './build-supergraph';
import { countrySchemaProblems } from './country-schema-rules';
import { plainSchema } from './plain-schema';
import type { SchemaFolder } from './schema-folder';
import { standardSchema } from './standard-schema';

const SDL_QUERY = '{ _service { sdl } }';
const serviceAnswer = z.object({ _service: z.object({ sdl: z.string() }) });

/** A country's schemas, the one it serves first. */
export interface CountrySchemas extends JoiningCountry {
  /** The one it serves, where it answers and the schema is allowed. */
  readonly served?: string;
  /** Why the one it serves is not allowed. */
  readonly problem?: string;
}

export interface CountrySchemasOptions {
  readonly clients: Pick<CountryClients, 'post'>;
  readonly folder: SchemaFolder;
  /** The standard national schema, for the country Exampleland. */
  readonly template: string;
  /** How long a country is given to show its schema. */
  readonly timeoutMs: number;
}

/** The schemas a country may join with: the one it serves, the one it last joined with, the standard one. */
export async function findCountrySchemas(country: RegisteredCountry, options: CountrySchemasOptions): Promise<CountrySchemas> {
  const standard = plainSchema(standardSchema(options.template, country));
  const [served, kept] = await Promise.all([servedSchema(country, options), options.folder.readCountry(country.code)]);
  const checked = served === undefined ? {} : checkServed(country, served, standard);
  const schemas = [checked.served, kept, standard].filter((sdl) => sdl !== undefined);
  return { country, schemas: [...new Set(schemas)], ...checked };
}

async function servedSchema({ code }: RegisteredCountry, { clients, timeoutMs }: CountrySchemasOptions): Promise<string | undefined> {
  try {
    const { data } = await clients.post(code, { query: SDL_QUERY, timeoutMs });
    return serviceAnswer.safeParse(data).data?.['_service'].sdl;
  } catch (error) {
    if (error instanceof CountryFault) return undefined;
    throw error;
  }
}

function checkServed(country: RegisteredCountry, sdl: string, standard: string): Pick<CountrySchemas, 'served' | 'problem'> {
  try {
    const served = plainSchema(sdl);
    const problems = countrySchemaProblems(country, served, standard);
    return problems.length === 0 ? { served } : { problem: problems.join('; ') };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
