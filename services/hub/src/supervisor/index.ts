export { askToAddCountry, type NewCountry } from './control-channel';
export { countriesElsewhere, readCountries, writeLocalCountries } from './countries';
export { partName } from './country-services';
export type { ServiceModules } from './hub-context';
export { hubHolder } from './hub-lock';
export { type HubState, type PartReport, readHubState } from './hub-state';
export { runBounded } from './run-bounded';
export { type HubEvent, type RunningHub, startHub } from './start-hub';
