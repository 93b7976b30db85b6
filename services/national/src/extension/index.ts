export { chooseExtensions, type ExtensionRegistry, misfitOf } from './choose-extensions';
export { ExtensionCase, type ExtensionRecords } from './extension-case';
export { type ExtensionFormat, type ExtensionKind, type ExtensionRecord, extensionKeyOf, ownerOf } from './extension-format';
export { type CaseRule, type ExtensionFinding, type RecordRule, recordRule } from './extension-rules';
export { InstalledExtensions, NO_EXTENSIONS } from './installed-extensions';
export { EXTENSION_INTERFACE_VERSION } from './interface-version';
export type { CountryTypes, ExtensionApi, ExtensionDerivation, NationalExtension } from './national-extension';
