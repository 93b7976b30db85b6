/**
 * Cells that a spreadsheet would run as formulas: they begin with `=`, `+`, `-` or `@`, full-width forms included (OWASP, CSV
 * injection). In a text column, an apostrophe before such a beginning is no part of the text: an export puts one there, and an
 * import takes one away. A text that has apostrophes of its own before it gets one more, so that nothing is lost on the way.
 */
const FORMULA = /^'*[=+\-@＝＋－＠]/u;
const GUARDED = /^'+[=+\-@＝＋－＠]/u;

/** A text as a cell that no spreadsheet runs. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The inverse of {@link guardFormula}. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
