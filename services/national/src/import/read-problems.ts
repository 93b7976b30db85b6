import { bundleFormat } from '@registry-hub/shared/domain';
import type { ImportProblem, IncomingRow } from '../intake';

/** What was found wrong while the files of a bundle were read, by the row it stands in. */
export class ReadProblems {
  private readonly byPlace = new Map<string, ImportProblem[]>();

  constructor(readonly all: readonly ImportProblem[]) {
    for (const problem of all) {
      const place = placeOf(problem.file, problem.line);
      const others = this.byPlace.get(place);
      if (others) others.push(problem);
      else this.byPlace.set(place, [problem]);
    }
  }

  of(rows: readonly IncomingRow[]): readonly ImportProblem[] {
    if (this.byPlace.size === 0) return [];
    return rows.flatMap(({ kind, line }) => this.byPlace.get(placeOf(bundleFormat[kind].file, line)) ?? []);
  }
}

function placeOf(file: string, line: number): string {
  return `${file}\0${line}`;
}
