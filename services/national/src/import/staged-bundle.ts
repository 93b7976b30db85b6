import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ImportProblem, IncomingRow, ParsedBundle, ReadFiles } from '../intake';

/** What was handed over, staged in the database so that all rows of a patient can be looked at together. */
export interface StagedBundle {
  /** Patients of whom it holds rows. */
  readonly patients: number;
  /** The centres, with everything that was found wrong before the first portion. */
  readonly centers: ParsedBundle;
  /** Complete when all portions were taken. */
  readonly files: ReadFiles;
  /** Whether reading has found what refuses it; what is found in a portion is known once that is taken. */
  readonly isRefused: boolean;
  /** Whether enough could be read to look at cases; if not, its portions are taken for what is wrong with them alone. */
  readonly isCheckable: boolean;
  /** The latest last contact or notification that it tells of, of patients whose withdrawal it does not tell. */
  latestNews(): Promise<CalendarDate | undefined>;
  /** The rows in order of their patients' codes, of so many patients at a time. */
  portions(patients: number): AsyncIterable<readonly IncomingRow[]>;
  /** Is shown what rules find, of the portion at hand or of the whole. */
  show(problems: readonly ImportProblem[]): void;
}

/** Stages within the transaction of an import. */
export type StageBundle = (manager: EntityManager) => Promise<StagedBundle>;
