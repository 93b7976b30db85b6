import type { CountClaims, ScaleClaim } from './count-claims';

/**
 * What two divisions of one measure tell together. Bins of widths 10 and 15 tell how many lie from 10 to 15, which neither
 * does: everything between two neighbouring ends becomes a cell of its own, and each bin the sum of those in it.
 */
export function refineScales(scales: readonly ScaleClaim[]): readonly CountClaims[] {
  const measures = [...new Set(scales.map(({ measure }) => measure))];
  return measures.map((measure) => refine(scales.filter((scale) => scale.measure === measure)));
}

function refine(scales: readonly ScaleClaim[]): CountClaims {
  const countBetween = scales.find((scale) => scale.countBetween)?.countBetween;
  const divisions = new Set(scales.map(({ bins }) => JSON.stringify(bins)));
  if (divisions.size < 2 || !countBetween) return { cells: [], sums: [] };
  const bins = new Map(scales.flatMap((scale) => scale.bins.map((bin) => [bin.name, bin] as const)));
  const ends = [...bins.values()].flatMap(({ from, to }) => [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]);
  const cuts = [...new Set(ends)].toSorted((a, b) => a - b);
  const depth = 1 + Math.max(...scales.map((scale) => scale.depth));
  const pieces = cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? Number.POSITIVE_INFINITY;
    return { name: `${scales[0]?.measure ?? ''} from ${from} to ${to}, a piece`, from, to, count: countBetween(from, to), depth };
  });
  return {
    cells: pieces,
    sums: [...bins.values()].map(({ name, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => ({
      whole: name,
      parts: pieces.filter((piece) => piece.from >= from && piece.to <= to).map((piece) => piece.name),
    })),
  };
}
