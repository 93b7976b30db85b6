import type { Actor } from '../audit';
import type { ImportProgress } from './import-report';

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Who hands the bundle over. */
  readonly by: Actor;
  readonly now: Date;
  /** Is told from time to time how far a large import is. */
  readonly tell?: (progress: ImportProgress) => void;
}
