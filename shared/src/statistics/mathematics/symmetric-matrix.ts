/** A symmetric matrix, row by row. */
export type SymmetricMatrix = readonly (readonly number[])[];

/** Number of distinct entries of a symmetric matrix. */
export function triangleSize(size: number): number {
  return (size * (size + 1)) / 2;
}

/** A symmetric matrix from the rows of its lower triangle, one after the other. */
export function fromTriangle(triangle: readonly number[], size: number): SymmetricMatrix {
  const at = (row: number, column: number): number => triangle[triangleSize(Math.max(row, column)) + Math.min(row, column)] ?? 0;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => at(row, column)));
}

/** The rows and columns of a matrix with these indices, in their order. */
export function submatrix(matrix: SymmetricMatrix, indices: readonly number[]): SymmetricMatrix {
  return indices.map((row) => indices.map((column) => matrix[row]?.[column] ?? 0));
}

/** The lower triangle L of a matrix that is L times its own transpose. */
export interface Factor {
  readonly lower: readonly (readonly number[])[];
}

/** The row at which a matrix stops being positive definite: it is, as good as exactly, a combination of the rows before. */
export interface Dependent {
  readonly dependent: number;
}

/** A pivot below this part of its own diagonal entry is one of rounding alone. */
const SMALLEST_PIVOT = 1e-10;

/** Cholesky's factor of a positive definite matrix, or the first row that depends on those before it. */
export function factorise(matrix: SymmetricMatrix): Factor | Dependent {
  const lower: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column < row; column += 1) {
      const other = lower[column] ?? [];
      own.push(((entries[column] ?? 0) - dot(own, other)) / (other[column] ?? 1));
    }
    const diagonal = entries[row] ?? 0;
    const pivot = diagonal - dot(own, own);
    if (!(pivot > SMALLEST_PIVOT * diagonal)) return { dependent: row };
    own.push(Math.sqrt(pivot));
    lower.push(own);
  }
  return { lower };
}

/** The solution x of matrix · x = vector, from the matrix's factor. */
export function solve({ lower }: Factor, vector: readonly number[]): readonly number[] {
  const forward: number[] = [];
  for (const [row, entries] of lower.entries()) {
    forward.push(((vector[row] ?? 0) - dot(entries.slice(0, row), forward)) / (entries[row] ?? 1));
  }
  const solution: number[] = forward.map(() => 0);
  for (let row = lower.length - 1; row >= 0; row -= 1) {
    let value = forward[row] ?? 0;
    for (let below = row + 1; below < lower.length; below += 1) value -= (lower[below]?.[row] ?? 0) * (solution[below] ?? 0);
    solution[row] = value / (lower[row]?.[row] ?? 1);
  }
  return solution;
}

/** The inverse of a matrix, from its factor. */
export function inverse(factor: Factor): SymmetricMatrix {
  return factor.lower.map((_, column) =>
    solve(
      factor,
      factor.lower.map((_, row) => (row === column ? 1 : 0)),
    ),
  );
}

/** vectorᵀ · matrix⁻¹ · vector, undefined when the matrix has no inverse. */
export function inverseQuadraticForm(matrix: SymmetricMatrix, vector: readonly number[]): number | undefined {
  const factor = factorise(matrix);
  return 'dependent' in factor ? undefined : dot(vector, solve(factor, vector));
}

export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
