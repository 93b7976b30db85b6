import { type Role, roles } from '../identity';
import type { Grant, Grants, Release } from './grant';

/**
 * A field of the schema, as `Type.field`. A country's own names stand for those of any: `Query.<country>` is `Query.france`,
 * `Country` is `France`, `NationalOperations` is `FranceOperations`. With `where`, the field is meant when it is asked with
 * that very argument, and such a row goes before one without. A way beside GraphQL is named by method and path, as `POST /import`.
 */
export interface GuardedField {
  readonly field: string;
  readonly where?: { readonly argument: string; readonly is: unknown };
}

/** One row of the table: what it is about in words, which fields that is, and to whom it is granted. */
export interface RightsRow {
  readonly title: string;
  readonly fields: readonly GuardedField[];
  readonly grants: Grants;
}

const any: Grant = { scope: 'ANY' };
const ownCountry: Grant = { scope: 'OWN_COUNTRY' };
const ownCenter: Grant = { scope: 'OWN_CENTER' };
const everybody = Object.fromEntries(roles.map((role) => [role, any])) as Readonly<Record<Role, Grant>>;
const releasing = (grant: Grant, release: Release): Grant => ({ ...grant, release });

/**
 * Who may do what, in the whole hub: the guards of all schemas are made from this table, and so is the one in the README. A
 * field of a root, a country, a registry or its operations that is in no row is closed to everybody.
 */
export const rightsTable: readonly RightsRow[] = [
  {
    title:
      '`viewer`, `countries`, `status`, `registeredCases`, `revision`, the version of the rules, `registries` and other reference data',
    fields: [
      ...fieldsOf('Query', [
        'viewer',
        'countries',
        'country',
        '<country>',
        'registries',
        'mutationCatalogue',
        'diseaseCatalogue',
        'drugs',
        'elnEditions',
        '_entities',
      ]),
      ...fieldsOf('Mutation', ['<country>']),
      ...fieldsOf('Country', ['code', 'name', 'status', 'registry']),
      ...fieldsOf('NationalRegistry', ['registeredCases', 'revision', 'derivationVersion', 'casesToRederive']),
    ],
    grants: everybody,
  },
  {
    title: '`europe.cohort`',
    fields: [...fieldsOf('Query', ['europe']), ...fieldsOf('Europe', ['cohort'])],
    grants: {
      DASHBOARD: releasing(any, { threshold: 10 }),
      LEAD: releasing(any, { threshold: 5, extremes: true }),
      COORDINATOR: releasing(any, { threshold: 5 }),
      VALIDATOR: releasing(any, { threshold: 5 }),
    },
  },
  {
    title: "a country's sums for `europe.cohort`",
    fields: [{ field: 'POST /partial' }],
    grants: {
      DASHBOARD: { scope: 'FOR_HUB' },
      LEAD: { scope: 'FOR_HUB' },
      COORDINATOR: { scope: 'FOR_HUB' },
      VALIDATOR: { scope: 'FOR_HUB' },
    },
  },
  {
    title: '`registry.cohort` of a country',
    fields: fieldsOf('NationalRegistry', ['cohort']),
    grants: {
      LEAD: releasing(any, { threshold: 5 }),
      COORDINATOR: releasing(ownCountry, { threshold: 1 }),
      VALIDATOR: releasing(ownCountry, { threshold: 1 }),
    },
  },
  {
    title: 'the list of freezes',
    fields: [...fieldsOf('Europe', ['freezes']), ...fieldsOf('NationalRegistry', ['freezes'])],
    grants: { DASHBOARD: any, LEAD: any, COORDINATOR: any, VALIDATOR: any },
  },
  {
    title: 'take a freeze of a country',
    fields: fieldsOf('NationalOperations', ['freezeRegistry']),
    grants: { LEAD: any, COORDINATOR: ownCountry },
  },
  {
    title: 'take a freeze of all countries',
    fields: fieldsOf('Mutation', ['freezeRegistry']),
    grants: { LEAD: any },
  },
  {
    title: 'patients, centres, data queries, quality of a country',
    fields: fieldsOf('NationalRegistry', ['patient', 'patients', 'center', 'centers', 'dataQueries', 'quality']),
    grants: { COORDINATOR: ownCountry, VALIDATOR: ownCountry, CENTER: ownCenter },
  },
  {
    title: '`auditTrail`, its verification, the history of a patient',
    fields: [...fieldsOf('NationalRegistry', ['auditTrail', 'auditVerification']), ...fieldsOf('Patient', ['history'])],
    grants: { COORDINATOR: ownCountry },
  },
  {
    title: "`registry.disclosureLog`, a country's settings: disclosure, centres closed, fields expected",
    fields: [
      ...fieldsOf('NationalRegistry', ['disclosureLog', 'settings']),
      ...fieldsOf('NationalOperations', ['setDisclosurePolicy', 'setExpectedFields', 'closeCenter', 'reopenCenter']),
    ],
    grants: { COORDINATOR: ownCountry },
  },
  {
    title: "a country's extensions: which there are",
    fields: fieldsOf('NationalRegistry', ['extensions']),
    grants: { LEAD: any, COORDINATOR: ownCountry },
  },
  {
    title: "a country's extensions: switch them on and off",
    fields: fieldsOf('NationalOperations', ['setExtension']),
    grants: { COORDINATOR: ownCountry },
  },
  {
    title: "`europe.disclosureLog`, what concerns the caller's country",
    fields: fieldsOf('Europe', ['disclosureLog']),
    grants: { COORDINATOR: any },
  },
  {
    title: "other countries' masking keys, and to confirm them",
    fields: [
      ...fieldsOf('NationalRegistry', ['maskingKeyFingerprint', 'countryKeys']),
      ...fieldsOf('NationalOperations', ['confirmCountryKey']),
    ],
    grants: { COORDINATOR: ownCountry },
  },
  {
    title: 'import, export, withdraw consent, opt out, record centres, derive anew, lock',
    fields: [
      ...fieldsOf('NationalOperations', ['importBundle', 'withdrawConsent', 'setEhdsOptOut', 'recordCenter', 'correctCenter', 'rederive']),
      { field: 'NationalOperations.setRecordStatus', where: { argument: 'status', is: 'LOCKED' } },
      { field: 'POST /import' },
      { field: 'GET /export' },
      { field: 'POST /fhir/$import' },
      { field: 'GET /fhir/$export' },
    ],
    grants: { COORDINATOR: ownCountry },
  },
  {
    title: 'notify, record, correct and void, answer a query',
    fields: fieldsOf('NationalOperations', [
      'notifyFailure',
      'correctFailure',
      'voidFailure',
      ...['Patient', 'Diagnosis', 'Treatment', 'Dose', 'Assessment', 'Mutation', 'AdverseEvent'].flatMap(recordingCorrectingVoiding),
      'answerDataQuery',
    ]),
    grants: { COORDINATOR: ownCountry, CENTER: ownCenter },
  },
  {
    title: 'raise and close queries, verify source data, record visits, validate',
    fields: fieldsOf('NationalOperations', [
      'raiseDataQuery',
      'closeDataQuery',
      'verifyAssessment',
      'verifyMutation',
      'recordMonitoringVisit',
      'setRecordStatus',
    ]),
    grants: { COORDINATOR: ownCountry, VALIDATOR: ownCountry },
  },
  {
    title: 'add a country, all settings of the hub (by command, on its machine)',
    fields: [],
    grants: { ADMIN: any },
  },
];

/** Open to whoever was let in at all: the hub asks for it in nobody's name, and it says what this repository says. */
export const openFields: readonly string[] = ['Query._service'];

/** Types whose fields are closed unless a row names them. What lies behind is open to whom the way to it is. */
export const doors: readonly string[] = ['Query', 'Mutation', 'Country', 'Europe', 'NationalRegistry', 'NationalOperations'];

function fieldsOf(type: string, names: readonly string[]): readonly GuardedField[] {
  return names.map((name) => ({ field: `${type}.${name}` }));
}

function recordingCorrectingVoiding(record: string): readonly string[] {
  return [`record${record}`, `correct${record}`, `void${record}`];
}
