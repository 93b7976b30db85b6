import type { RightsRow } from '@registry-hub/shared/rights';
import type { DeclaredCatalogue, DeclaredRow } from '@registry-hub/shared/statistics';
import type { ClassType } from 'type-graphql';
import type { MigrationInterface } from 'typeorm';
import type { ExtensionCase } from './extension-case';
import type { ExtensionFormat } from './extension-format';
import type { CaseRule, RecordRule } from './extension-rules';

/** What a country has beyond the registry that all countries have. One folder below `extensions/` makes one of these. */
export interface NationalExtension {
  /** In small letters, as `french-observatory`: what settings and mutations call it. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** Versions of the extension interface that it works with, as a semver range. */
  readonly compatibility: string;
  /** Of its own tables; they run with the registry's, and stay when the extension is switched off. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Its records: files of the bundle, tables, and what the audit trail tells of them. */
  readonly formats: readonly ExtensionFormat[];
  readonly recordRules: readonly RecordRule[];
  readonly caseRules: readonly CaseRule[];
  readonly derivation: ExtensionDerivation;
  readonly api: ExtensionApi;
}

/** What follows from a case: one flat row, which is all that the extension's statistics read. */
export interface ExtensionDerivation {
  /** Grows with every change of the rules. */
  readonly version: number;
  /** Which fields of the row are variables, measures and days of figures. */
  readonly catalogue: DeclaredCatalogue;
  /** A pure function; a field that is absent is not known. */
  readonly derive: (one: ExtensionCase) => DeclaredRow;
}

/** The types of a country that an extension may add fields to. */
export interface CountryTypes {
  /** `France` */
  readonly country: ClassType;
  /** `FranceOperations` */
  readonly operations: ClassType;
}

export interface ExtensionApi {
  /** Resolvers with fields of the country's own types. */
  readonly resolvers: (types: CountryTypes) => readonly ClassType[];
  /** Rows of the table of rights for what it adds; a country's types are called `Country` and `NationalOperations` there. */
  readonly rights: readonly RightsRow[];
  /** Types of its own whose fields are closed unless a row names them. */
  readonly doors: readonly string[];
}
