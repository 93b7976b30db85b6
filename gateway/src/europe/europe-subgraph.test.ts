import type { DisclosureLog } from '@registry-hub/shared/cohort-memory';
import { type Role, roles } from '@registry-hub/shared/identity';
import { graphql } from 'graphql';
import type { CountryStatus } from '../countries';
import { buildEurope } from './europe-subgraph';

const countries = [
  { code: 'DE', name: 'Germany' },
  { code: 'GB', name: 'United Kingdom' },
];
const status: CountryStatus = { state: 'DEGRADED', checkedAt: new Date(0), latencyMs: 1.5, message: 'late' };

/** A log with two entries, of which each country sees its own. */
const disclosureLogOf = (country: string): Pick<DisclosureLog, 'entries' | 'count'> => ({
  entries: async (most) =>
    [2, 1].slice(0, most).map((number) => ({ ...entry, number, asked: { filter: `asked in ${country}`, countries: [country] } })),
  count: async () => 2,
});
const cohort = { filter: 'ALL', countries: ['DE', 'GB'] };
const entry = { at: new Date(0), subject: 'anna', role: 'LEAD', decision: 'FLAGGED', threshold: 5, earlier: cohort } as const;

async function ask(source: string, role: Role = 'CENTER', country?: string) {
  const { schema } = await buildEurope(countries);
  const caller = { subject: 'anna', roles: [role], ...(country === undefined ? {} : { country, center: `${country}-001` }) };
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue: { caller, countries: { status: () => status }, disclosureLogOf },
  });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: errors?.map(({ message }) => message) };
}

describe("the hub's own subgraph", () => {
  it('tells the caller who it takes him for', async () => {
    const source = '{ viewer { subject roles country center } }';
    expect((await ask(source, 'CENTER', 'DE')).data).toEqual({
      viewer: { subject: 'anna', roles: ['CENTER'], country: 'DE', center: 'DE-001' },
    });
    expect((await ask(source, 'LEAD')).data).toEqual({ viewer: { subject: 'anna', roles: ['LEAD'], country: null, center: null } });
  });

  it('knows the countries and how they do', async () => {
    const source =
      '{ countries { __typename code name status { state checkedAt latencyMs version message } } country(code: "GB") { __typename } other: country(code: "XX") { code } }';
    const told = { state: 'DEGRADED', checkedAt: '1970-01-01T00:00:00.000Z', latencyMs: 1.5, version: null, message: 'late' };
    expect((await ask(source)).data).toEqual({
      countries: [
        { __typename: 'Germany', code: 'DE', name: 'Germany', status: told },
        { __typename: 'UnitedKingdom', code: 'GB', name: 'United Kingdom', status: told },
      ],
      country: { __typename: 'UnitedKingdom' },
      other: null,
    });
  });

  it('resolves references to its countries, and to no country under the name of another', async () => {
    const source =
      '{ _entities(representations: [{ __typename: "Germany", code: "DE" }, { __typename: "Germany", code: "GB" }]) { ... on Germany { name } } }';
    expect((await ask(source)).data).toEqual({ _entities: [{ name: 'Germany' }, null] });
  });

  it.each(roles.map((role) => [role, ['LEAD', 'DASHBOARD', 'COORDINATOR', 'VALIDATOR'].includes(role)] as const))(
    'grants pooled figures as the table of rights has it: %s %s',
    async (role, granted) => {
      const { errors } = await ask('{ europe { __typename } countries { code } viewer { subject } }', role);
      expect(errors).toEqual(granted ? undefined : ['Your role does not grant this.']);
    },
  );

  it.each(roles.map((role) => [role, role === 'COORDINATOR'] as const))(
    'gives the log of close cohorts as the table has it: %s %s',
    async (role, granted) => {
      const { errors } = await ask('{ europe { disclosureLog { totalCount } } }', role, 'DE');
      expect(errors).toEqual(granted ? undefined : ['Your role does not grant this.']);
    },
  );

  it('gives a coordinator the log of the own country, and none to a coordinator of no country', async () => {
    const source =
      '{ europe { disclosureLog(first: 1) { edges { cursor node { differingPatients asked { filter } } } pageInfo { hasNextPage } } } }';
    expect((await ask(source, 'COORDINATOR', 'DE')).data).toEqual({
      europe: {
        disclosureLog: {
          edges: [{ cursor: expect.any(String), node: { differingPatients: '1 to 4', asked: { filter: 'asked in DE' } } }],
          pageInfo: { hasNextPage: true },
        },
      },
    });
    expect((await ask(source, 'COORDINATOR')).errors).toEqual(['Your role does not grant this.']);
  });

  it.each(roles)('gives reference data to a %s', async (role) => {
    const { data, errors } = await ask(
      `{ registries { name description report { title } }
         mutationCatalogue { variant codingHgvs region imatinibInsensitivity sensitivities { drug code meaning } sources { text } }
         drugs { drug name atc drugClass availableInEuropeOn }
         elnEditions { edition title citation { text } provisional milestones { month classes { response label criteria } } } }`,
      role,
    );
    expect(errors).toBeUndefined();
    expect(data.registries).toContainEqual({
      name: 'CML',
      description: 'Every patient with CML.',
      report: [{ title: 'Patients' }, { title: 'Course' }],
    });
    expect(data.mutationCatalogue).toContainEqual({
      variant: 'T315I',
      codingHgvs: ['c.944C>T'],
      region: 'GATEKEEPER',
      imatinibInsensitivity: 'HIGH',
      sensitivities: expect.arrayContaining([{ drug: 'IMATINIB', code: 'R', meaning: 'associated with resistance' }]),
      sources: expect.arrayContaining([{ text: 'Soverini et al., Blood 2011;118:1208' }]),
    });
    expect(data.drugs).toContainEqual({
      drug: 'IMATINIB',
      name: 'Imatinib',
      atc: 'L01EA01',
      drugClass: 'TYROSINE_KINASE_INHIBITOR',
      availableInEuropeOn: '2001-11-07',
    });
    const [oldest] = data.elnEditions;
    expect(oldest).toMatchObject({
      edition: 'ELN_2006',
      citation: { text: 'Baccarani et al., Blood 2006;108:1809' },
      provisional: null,
      milestones: expect.arrayContaining([
        {
          month: 6,
          classes: expect.arrayContaining([
            {
              response: 'FAILURE',
              label: null,
              criteria: ['less than complete haematological response', 'Ph+ metaphases > 95 %'],
            },
          ]),
        },
      ]),
    });
    expect(data.elnEditions.map(({ title }: { title: string }) => title)).toEqual([
      'ELN 2006',
      'ELN 2009',
      'ELN 2013, first line',
      'ELN 2013, second line after failure of imatinib',
      'ELN 2020',
      'ELN 2025, provisional',
    ]);
  });

  it('gives reference data to nobody without a role', async () => {
    const { schema } = await buildEurope([]);
    const nobody = { caller: { subject: 'anna', roles: [] } };
    const { errors } = await graphql({ schema, source: '{ drugs { name } }', contextValue: nobody });
    expect(errors?.map(({ message }) => message)).toEqual(['Your role does not grant this.']);
  });

  it('has a type for each country, the same text each time', async () => {
    const { sdl } = await buildEurope(countries);
    expect(sdl).toMatch(/type UnitedKingdom implements Country\s+@key\(fields: "code"\)/);
    expect((await buildEurope(countries)).sdl).toBe(sdl);
  });

  it('does without countries', async () => {
    const { schema } = await buildEurope([]);
    const result = await graphql({
      schema,
      source: '{ countries { code } }',
      contextValue: { caller: { subject: 'anna', roles: ['ADMIN'] } },
    });
    expect(result).toEqual({ data: { countries: [] } });
  });
});
