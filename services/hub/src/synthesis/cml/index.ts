export { publishedAges } from './age-distribution';
export { type CaseProfile, drawProfile } from './case-profile';
export { cmlCase } from './cml-case';
export { countsOf, type PublishedFailure, publishedMarginals } from './marginals';
export { registryCalendar } from './registry-calendar';
