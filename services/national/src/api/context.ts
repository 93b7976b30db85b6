import type { CountryIdentity } from '@registry-hub/shared/domain';
import type { Caller } from '@registry-hub/shared/identity';
import type { DataSource } from 'typeorm';
import { BundleImporter } from '../import';
import { QueryDesk, RegistryRecorder } from '../recording';
import { StatisticsDesk, type StatisticsServices } from '../statistics';
import { RegistryReader } from '../storage';
import { createLoaders, type RegistryLoaders } from './loaders';
import { readingScope } from './reading-rights';

/** What services are made from. */
export interface NationalParts {
  readonly country: CountryIdentity;
  readonly dataSource: DataSource;
  readonly clock: () => Date;
  readonly statistics: StatisticsServices;
}

/** What lives as long as the process. */
export interface NationalServices extends NationalParts {
  readonly importer: BundleImporter;
  readonly recorder: RegistryRecorder;
}

/** What the resolvers of one request have at hand. Patient-level data come through the reader alone, which knows the caller. */
export interface NationalContext {
  readonly caller: Caller;
  readonly reader: RegistryReader;
  readonly loaders: RegistryLoaders;
  readonly importer: BundleImporter;
  readonly recorder: RegistryRecorder;
  readonly queryDesk: QueryDesk;
  readonly statistics: StatisticsDesk;
  readonly now: () => Date;
}

export function createServices(parts: NationalParts): NationalServices {
  const { country, dataSource, clock } = parts;
  return {
    ...parts,
    importer: new BundleImporter(dataSource, country.code),
    recorder: new RegistryRecorder(dataSource, country.code, clock),
  };
}

/** @param hubSignature the hub's, over the question of a partial, when it is the hub that asks */
export function createContext(services: NationalServices, caller: Caller, hubSignature?: string): NationalContext {
  const { country, dataSource, clock, importer, recorder, statistics } = services;
  const scope = readingScope(caller, country.code);
  const reader = new RegistryReader(dataSource.manager, scope);
  return {
    caller,
    reader,
    loaders: createLoaders(reader),
    importer,
    recorder,
    queryDesk: new QueryDesk(dataSource, caller, scope, clock),
    statistics: new StatisticsDesk(statistics, caller, hubSignature),
    now: clock,
  };
}
