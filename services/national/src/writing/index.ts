export { applyChange } from './apply-change';
export { findingsWithout, loadSurroundings } from './load-surroundings';
export type { CaseChange, CenterChange, ChangeOutcome, Occasion, RegistryChange } from './registry-change';
