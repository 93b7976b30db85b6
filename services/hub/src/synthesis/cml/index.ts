export { drawAge, publishedAges } from './age-distribution';
export { assessmentRecord } from './assessment-record';
export { type CaseProfile, drawProfile } from './case-profile';
export { cmlCase } from './cml-case';
export { diagnosisRecord } from './diagnosis-record';
export { type DiseaseState, untreatedState } from './disease-state';
export { countsOf, type PublishedFailure, publishedMarginals } from './marginals';
export { registryCalendar } from './registry-calendar';
