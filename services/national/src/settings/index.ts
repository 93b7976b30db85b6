export { CenterClosureDesk } from './center-closure-desk';
export { DisclosureSettingsDesk } from './disclosure-settings-desk';
export { ExpectedFieldsDesk } from './expected-fields-desk';
