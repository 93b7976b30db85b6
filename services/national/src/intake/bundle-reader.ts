import { FileReader } from './file-reader';
import type { FileKind, FileShape } from './file-shape';
import type { TakeRow } from './incoming-row';
import { type KnownColumns, knownColumns } from './known-columns';
import type { ProblemLog } from './problem-log';

/** What is known of a bundle's files once they are read. */
export interface ReadFiles {
  /** Data rows of all files that are part of the format, unreadable ones included. */
  readonly rows: number;
  /** The kinds whose file was handed in. */
  readonly kinds: ReadonlySet<FileKind>;
  /** Kinds whose file has no readable key column: which records it holds is not known. */
  readonly lostKinds: ReadonlySet<FileKind>;
}

/**
 * Reads the files of a bundle, one after the other and each piece by piece, into typed rows, and lists everything in them that is
 * not of the format. Never throws: whatever the files hold, the answer is a report.
 */
export class BundleReader {
  private readonly columnsOf: (shape: FileShape) => KnownColumns;
  private readonly shapeOfFile: ReadonlyMap<string, FileShape>;
  private readonly readers = new Map<FileKind, FileReader>();
  private readonly lost = new Set<FileKind>();

  /**
   * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
   * @param shapes of the files that there may be
   */
  constructor(
    country: string,
    shapes: readonly FileShape[],
    private readonly log: ProblemLog,
    private readonly take: TakeRow,
  ) {
    this.columnsOf = knownColumns(country);
    this.shapeOfFile = new Map(shapes.map((shape) => [shape.file, shape]));
  }

  /** The reader of a file; undefined for files outside the format and second ones of a name, which are reported and left unread. */
  open(name: string): FileReader | undefined {
    const shape = this.shapeOfFile.get(name);
    const report = this.log.of(name);
    if (shape === undefined) {
      report('UNKNOWN_FILE', 1, `The file is not part of a bundle, which holds ${[...this.shapeOfFile.keys()].join(', ')}.`);
      return undefined;
    }
    const { kind } = shape;
    if (this.readers.has(kind)) {
      report('DUPLICATE_FILE', 1, 'The file was handed in twice; it may be there once.');
      return undefined;
    }
    const reader = new FileReader({ shape, known: this.columnsOf(shape), report, take: this.take, loseFile: () => this.lost.add(kind) });
    this.readers.set(kind, reader);
    return reader;
  }

  get files(): ReadFiles {
    const rows = [...this.readers.values()].reduce((sum, reader) => sum + reader.rows, 0);
    return { rows, kinds: new Set(this.readers.keys()), lostKinds: this.lost };
  }
}
