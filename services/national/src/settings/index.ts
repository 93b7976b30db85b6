export { CenterClosureDesk } from './center-closure-desk';
export { DisclosureSettingsDesk } from './disclosure-settings-desk';
export { ExpectedFieldsDesk } from './expected-fields-desk';
export { ExtensionDesk, type ExtensionDeskParts, type ExtensionState } from './extension-desk';
export { LiveExtensions } from './live-extensions';
