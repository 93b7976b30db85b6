export { FreezeResolver } from './freeze-resolver';
