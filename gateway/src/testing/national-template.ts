/** A national schema in small, for the country Exampleland. */
export const nationalTemplate = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])

"ISO 3166-1 alpha-2, upper case: FR, DE, IL."
scalar CountryCode

interface Country { code: CountryCode! name: String! registry: NationalRegistry }

type Exampleland implements Country @key(fields: "code") { code: CountryCode! name: String! @shareable registry: NationalRegistry }

type NationalRegistry @shareable { registeredCases: Int! centers: [Center!]! forbidden: String leaking: String }

type Center @shareable { code: ID! }

interface NationalOperations { rename(to: String!): String! }

type ExamplelandOperations implements NationalOperations { rename(to: String!): String! }

type Query {
  exampleland: Exampleland
}

type Mutation { exampleland: ExamplelandOperations }
`;
