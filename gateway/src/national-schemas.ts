import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CountryIdentity } from '@registry-hub/shared/domain';

/** What is known of national registries' schemas before any has shown its own. */
export interface NationalSchemas {
  /** The schema every registry serves, for the country Exampleland. */
  readonly template: string;
  /** The schema a country serves with its extensions on; undefined of one that has none. */
  readonly extended: (country: Pick<CountryIdentity, 'code'>) => string | undefined;
}

/** Those that the national service's package comes with. */
export function packagedSchemas(): NationalSchemas {
  const template = require.resolve('@registry-hub/national/schema.graphql');
  return {
    template: readFileSync(template, 'utf8'),
    extended: ({ code }) => {
      const file = join(dirname(template), 'schemas', `${code}.graphql`);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}
