export type { CommandContext } from './command-context';
export { runCommand } from './run-command';
export { stopOnRequest } from './stop-signals';
