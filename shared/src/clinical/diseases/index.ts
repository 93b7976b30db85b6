export * from './disease-catalogue';
export {
  type DiseaseEntry,
  type DiseaseGroup,
  diseaseGroups,
  type ImatinibTarget,
  imatinibTargets,
} from './disease-entry';
