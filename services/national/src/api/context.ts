import { DisclosureLog } from '@registry-hub/shared/cohort-memory';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import type { Caller } from '@registry-hub/shared/identity';
import type { DataSource } from 'typeorm';
import { AuditDesk, type ReadRecorder } from '../audit';
import { FreezeDesk } from '../freezing';
import { BundleImporter } from '../import';
import { CountryKeyDesk, MaskingDesk, type MaskingServices } from '../masking';
import { MonitoringDesk, VerificationDesk } from '../quality';
import { CenterDesk, ConsentDesk, type Desk, ExtensionRecordDesk, QueryDesk, RecordDesk, StatusDesk } from '../recording';
import { Rederiver } from '../rederivation';
import { CenterClosureDesk, DisclosureSettingsDesk, ExpectedFieldsDesk, ExtensionDesk, type ExtensionDeskParts } from '../settings';
import { StatisticsDesk, type StatisticsServices } from '../statistics';
import { DisclosureSettingsStore, ExpectedFieldsStore, RegistryReader, RegistryWriter } from '../storage';
import { createLoaders, type RegistryLoaders } from './loaders';
import { readingScope } from './reading-rights';
import { RecordedReader } from './recorded-reader';

/** What services are made from. */
export interface NationalParts {
  readonly country: CountryIdentity;
  readonly dataSource: DataSource;
  readonly clock: () => Date;
  readonly reads: Pick<ReadRecorder, 'record'>;
  readonly statistics: StatisticsServices;
  readonly masking: MaskingServices;
  readonly extensions: ExtensionDeskParts;
}

/** What lives as long as the process. */
export interface NationalServices extends NationalParts {
  readonly importer: BundleImporter;
  readonly writer: RegistryWriter;
}

/**
 * What the resolvers of one request have at hand. Patient-level data come through the reader alone, which knows the caller and
 * has it recorded who was shown whom.
 */
export interface NationalContext {
  readonly caller: Caller;
  readonly reader: RecordedReader;
  readonly loaders: RegistryLoaders;
  readonly importer: BundleImporter;
  readonly centerDesk: CenterDesk;
  readonly recordDesk: RecordDesk;
  readonly consentDesk: ConsentDesk;
  readonly statusDesk: StatusDesk;
  readonly queryDesk: QueryDesk;
  readonly verificationDesk: VerificationDesk;
  readonly monitoringDesk: MonitoringDesk;
  readonly rederiver: Rederiver;
  readonly statistics: StatisticsDesk;
  readonly masking: MaskingDesk;
  readonly countryKeyDesk: CountryKeyDesk;
  readonly audit: AuditDesk;
  readonly disclosureLog: DisclosureLog;
  readonly disclosureSettings: DisclosureSettingsStore;
  readonly disclosureSettingsDesk: DisclosureSettingsDesk;
  readonly expectedFields: ExpectedFieldsStore;
  readonly expectedFieldsDesk: ExpectedFieldsDesk;
  readonly centerClosureDesk: CenterClosureDesk;
  readonly extensionDesk: ExtensionDesk;
  readonly extensionRecordDesk: ExtensionRecordDesk;
  readonly freezeDesk: FreezeDesk;
  readonly now: () => Date;
}

export function createServices(parts: NationalParts): NationalServices {
  const { country, dataSource, extensions } = parts;
  const writer = new RegistryWriter(dataSource, extensions.live.installed);
  return { ...parts, writer, importer: new BundleImporter(writer, country.code, () => extensions.live.on) };
}

export function createContext(services: NationalServices, caller: Caller): NationalContext {
  const { country, dataSource, clock, reads, importer, writer, statistics, masking, extensions } = services;
  const scope = readingScope(caller, country.code);
  const reader = new RegistryReader(dataSource.manager, scope);
  const desk: Desk = { writer, country: country.code, caller, clock };
  return {
    caller,
    reader: new RecordedReader(reader, (action, patientCodes) => reads.record(caller, action, patientCodes)),
    loaders: createLoaders(reader),
    importer,
    centerDesk: new CenterDesk(desk),
    recordDesk: new RecordDesk(desk),
    consentDesk: new ConsentDesk(desk),
    statusDesk: new StatusDesk(desk),
    queryDesk: new QueryDesk(desk, scope),
    verificationDesk: new VerificationDesk(desk),
    monitoringDesk: new MonitoringDesk(desk),
    rederiver: new Rederiver(writer, clock),
    statistics: new StatisticsDesk(statistics, caller),
    masking: new MaskingDesk(masking),
    countryKeyDesk: new CountryKeyDesk({ dataSource, writer, caller, clock }),
    audit: new AuditDesk(dataSource, reads, caller),
    disclosureLog: new DisclosureLog(dataSource, country.code),
    disclosureSettings: new DisclosureSettingsStore(dataSource.manager),
    disclosureSettingsDesk: new DisclosureSettingsDesk(desk),
    expectedFields: new ExpectedFieldsStore(dataSource.manager),
    expectedFieldsDesk: new ExpectedFieldsDesk(desk),
    centerClosureDesk: new CenterClosureDesk(desk),
    extensionDesk: new ExtensionDesk(desk, extensions),
    extensionRecordDesk: new ExtensionRecordDesk(desk),
    freezeDesk: new FreezeDesk(desk, dataSource),
    now: clock,
  };
}
