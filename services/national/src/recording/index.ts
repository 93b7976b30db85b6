export { QueryDesk } from './query-desk';
export { RegistryRecorder } from './registry-recorder';
