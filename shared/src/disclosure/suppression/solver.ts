import loadHighs, { type Highs } from 'highs';

/** Solves linear programmes: HiGHS (Huangfu & Hall, Math Prog Comp 2018;10:119), in WebAssembly. */
export type SuppressionSolver = Highs;

/** Loads the solver, once a process. */
export function loadSuppressionSolver(): Promise<SuppressionSolver> {
  return loadHighs();
}
