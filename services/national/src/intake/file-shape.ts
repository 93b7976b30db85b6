import { bundleFormat, type Column, type JoinedColumn, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { ExtensionFormat, ExtensionKind } from '../extension';

/** A kind of record that a file of a bundle may hold: one of the format's own, or one of an extension. */
export type FileKind = RecordKind | ExtensionKind;

/** What reading needs to know of a file, whoever says it. */
export interface FileShape {
  readonly kind: FileKind;
  readonly file: string;
  /** Whose code the rows' keys begin with. */
  readonly owner: 'PATIENT' | 'CENTER';
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns whose cells become part of others. */
  readonly joined?: Readonly<Record<string, JoinedColumn>>;
}

const ownShapes: readonly FileShape[] = recordKinds.map(shapeOfKind);

/** The shape of one of the format's own files. */
export function shapeOfKind(kind: RecordKind): FileShape {
  return { kind, owner: kind === 'center' ? 'CENTER' : 'PATIENT', ...bundleFormat[kind] };
}

/** The files of a bundle where some extensions are on, the format's own first, each after those that it may refer to. */
export function bundleShapes(extensions: readonly ExtensionFormat[]): readonly FileShape[] {
  return [...ownShapes, ...extensions];
}

/** Whether a kind is one of the format's own. */
export function isRecordKind(kind: FileKind): kind is RecordKind {
  return Object.hasOwn(bundleFormat, kind);
}
