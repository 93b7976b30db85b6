export { askToAddCountry, type NewCountry } from './control-channel';
export { readCountries } from './countries';
export { hubHolder } from './hub-lock';
export { type HubState, type PartReport, readHubState } from './hub-state';
export type { ServiceModules } from './hub-context';
export { type HubEvent, type RunningHub, startHub } from './start-hub';
export { partName } from './country-services';
