import type { FileKind, FileShape, ImportProblem, IncomingRow } from '../intake';

/** What was found wrong while the files of a bundle were read, by the row it stands in. */
export class ReadProblems {
  private readonly byPlace = new Map<string, ImportProblem[]>();
  private readonly fileOf: ReadonlyMap<FileKind, string>;

  /** @param shapes of the files that there may be */
  constructor(
    readonly all: readonly ImportProblem[],
    shapes: readonly FileShape[],
  ) {
    this.fileOf = new Map(shapes.map(({ kind, file }) => [kind, file]));
    for (const problem of all) {
      const place = placeOf(problem.file, problem.line);
      const others = this.byPlace.get(place);
      if (others) others.push(problem);
      else this.byPlace.set(place, [problem]);
    }
  }

  of(rows: readonly IncomingRow[]): readonly ImportProblem[] {
    if (this.byPlace.size === 0) return [];
    return rows.flatMap(({ kind, line }) => this.byPlace.get(placeOf(this.fileOf.get(kind) ?? '', line)) ?? []);
  }
}

function placeOf(file: string, line: number): string {
  return `${file}\0${line}`;
}
