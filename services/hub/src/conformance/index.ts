export { type Access, type Asker, askers, askerWords, type GivenTokens, openAccess } from './access';
export { allChecks } from './checks/all-checks';
export { isConforming, resultLine, summaryLine } from './conformance-report';
export { findRegistry } from './find-registry';
export { RegistryUnderTest } from './registry-under-test';
export { runChecks } from './run-checks';
