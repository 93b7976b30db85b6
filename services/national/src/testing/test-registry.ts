import { CohortMemories } from '@registry-hub/shared/cohort-memory';
import { loadSuppressionSolver } from '@registry-hub/shared/disclosure';
import type { CaseFacts, Center, CountryIdentity } from '@registry-hub/shared/domain';
import type { Caller, Role } from '@registry-hub/shared/identity';
import { MaskingKey } from '@registry-hub/shared/masking';
import { createTestDatabase } from '@registry-hub/shared/testing';
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { buildNationalSchema, createContext, createServices, type NationalContext, type NationalServices } from '../api';
import { AuditTrail, ReadRecorder } from '../audit';
import { InstalledExtensions, type NationalExtension } from '../extension';
import type { ImportReport } from '../import';
import { createMasking } from '../masking';
import { LiveExtensions } from '../settings';
import { createCohortCounter } from '../statistics';
import {
  createDataSource,
  DerivedCaseSource,
  ExtensionSwitchStore,
  FreezeAnswerStore,
  FreezeSource,
  inTransaction,
  migrate,
} from '../storage';
import { writeBundle } from './write-bundle';

const FRANCE: CountryIdentity = { code: 'FR', name: 'France' };
/** The day on which tests take place. */
export const TEST_NOW = new Date('2026-11-21T12:00:00Z');

/** One country's registry on an empty database of its own, asked as the gateway would ask it. */
export interface TestRegistry {
  readonly dataSource: DataSource;
  readonly services: NationalServices;
  ask(caller: Caller, source: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** What a request of this caller works with. */
  contextOf(caller: Caller): NationalContext;
  /** Imports centres and cases as a coordinator would. */
  importCases(centers: readonly Center[], cases: readonly CaseFacts[], dryRun?: boolean): Promise<ImportReport>;
  /** How many SQL statements the work made. What is read meanwhile is recorded afterwards. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  /** Waits until every read so far is in the audit trail. */
  settleReads(): Promise<void>;
  close(): Promise<void>;
}

/** The schema of every test registry: made once by a test file that opens many of them. */
export function buildTestSchema(extensions: readonly NationalExtension[] = []): Promise<GraphQLSchema> {
  return buildNationalSchema({ country: FRANCE, extensions });
}

/**
 * @param schema made when first asked, unless it is given
 * @param extensions to be installed, and on
 */
export async function openTestRegistry(schema?: GraphQLSchema, extensions: readonly NationalExtension[] = []): Promise<TestRegistry> {
  const installed = new InstalledExtensions(extensions);
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.url, poolSize: 4, logger: { warn: () => undefined }, extensions: installed });
  await migrate(dataSource);
  const live = new LiveExtensions(installed, () => new ExtensionSwitchStore(dataSource.manager).read());
  const counter = createCohortCounter({
    country: FRANCE.code,
    cases: new DerivedCaseSource(dataSource, extensions.length > 0),
    catalogue: installed.catalogue,
    freezes: new FreezeSource(dataSource),
    answers: new FreezeAnswerStore(dataSource),
  });
  let counting: Promise<unknown> = Promise.resolve();
  const reads = new ReadRecorder({
    write: async (drafts) => {
      await counting;
      await inTransaction(dataSource, (manager) => new AuditTrail(manager).append(drafts));
    },
    clock: () => TEST_NOW,
    logger: { warn: ignored, error: ignored },
  });
  const services = createServices({
    country: FRANCE,
    dataSource,
    clock: () => TEST_NOW,
    reads,
    statistics: {
      country: FRANCE.code,
      counter,
      solver: await loadSuppressionSolver(),
      memories: new CohortMemories(dataSource, { cohorts: 50, days: 365 }, () => TEST_NOW),
    },
    masking: createMasking({ country: FRANCE.code, key: MaskingKey.generate(), clock: () => TEST_NOW, dataSource, newKeys: 'pin' }),
    extensions: { live, available: extensions },
  });
  let answering = schema;
  live.onChange(async (on) => {
    answering = await buildTestSchema(on);
  });
  return {
    dataSource,
    services,
    ask: async (caller, source, variables = {}) => {
      answering ??= await buildTestSchema(extensions);
      return graphql({ schema: answering, source, variableValues: variables, contextValue: createContext(services, caller) });
    },
    contextOf: (caller) => createContext(services, caller),
    importCases: (centers, cases, dryRun = false) =>
      services.importer.importBundle(writeBundle(centers, cases), { dryRun, by: callerAs('COORDINATOR'), now: TEST_NOW }),
    countStatements: async (work) => {
      await reads.close();
      const counted = countStatements(dataSource, work);
      counting = counted.catch(ignored);
      return counted;
    },
    settleReads: () => reads.close(),
    close: async () => {
      await reads.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** Someone with one role in France; a centre's code makes a CENTER of that centre. */
export function callerAs(role: Role, center?: string): Caller {
  return { subject: `test-${role.toLowerCase()}`, roles: [role], country: FRANCE.code, ...(center !== undefined && { center }) };
}

const ignored = (): void => undefined;

async function countStatements(dataSource: DataSource, work: () => Promise<unknown>): Promise<number> {
  const { logger } = dataSource;
  let statements = 0;
  dataSource.logger = {
    logQuery: () => {
      statements += 1;
    },
    logQueryError: ignored,
    logQuerySlow: ignored,
    logSchemaBuild: ignored,
    logMigration: ignored,
    log: ignored,
  };
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return statements;
}
