/** A piece of SQL with its parameters apart: values never become part of the text. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** Builds SQL; what is interpolated is a parameter, or another piece that is spliced in with its own parameters. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return values.reduce<Sql>(
    (piece, value, index) => append(append(piece, asPiece(value)), text(strings[index + 1] ?? '')),
    text(strings[0] ?? ''),
  );
}

/** SQL taken literally: names and keywords of this code, never anything from outside. */
export function text(literal: string): Sql {
  return { strings: [literal], values: [] };
}

export function joinSql(pieces: readonly Sql[], separator: string): Sql {
  return pieces.reduce<Sql>((joined, piece, index) => append(index === 0 ? joined : append(joined, text(separator)), piece), text(''));
}

/** What the driver takes: the text with `$1`, `$2` ..., and the parameters in that order. */
export function compile({ strings, values }: Sql): { text: string; parameters: unknown[] } {
  const numbered = strings.map((string, index) => (index === 0 ? string : `$${index}${string}`));
  return { text: numbered.join(''), parameters: [...values] };
}

function asPiece(value: unknown): Sql {
  return isSql(value) ? value : { strings: ['', ''], values: [value] };
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
}

function append(left: Sql, right: Sql): Sql {
  const seam = `${left.strings.at(-1) ?? ''}${right.strings[0] ?? ''}`;
  return { strings: [...left.strings.slice(0, -1), seam, ...right.strings.slice(1)], values: [...left.values, ...right.values] };
}
