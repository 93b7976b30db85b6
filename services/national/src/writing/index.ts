export { applyChange } from './apply-change';
export { findingsWithout, loadSurroundings } from './load-surroundings';
export { OpenChange } from './open-change';
export type { CaseChange, CenterChange, ChangeOutcome, ChangePart, Occasion, RegistryChange } from './registry-change';
