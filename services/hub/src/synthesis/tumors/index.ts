export { studyCase } from './study-case';
export { studyCalendar } from './study-margins';
export { type StudyProfile, studyProfiles } from './study-profiles';
