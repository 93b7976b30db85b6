/** Of some rows, in their order, those with a flag of 1. @param flags by row of the columns */
export function keepRows(rows: Uint32Array, flags: Uint8Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  return kept.subarray(0, compact(rows, flags, kept));
}

// the one that is not kept is written over by the next: faster than a branch that goes either way
function compact(rows: Uint32Array, flags: Uint8Array, kept: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    kept[count] = row;
    count += flags[row] ?? 0;
  }
  return count;
}

/** Flags by row: 1 where a column's value is the wanted one. */
export function flagEqual(column: Uint8Array | Uint16Array, wanted: number): Uint8Array {
  const flags = new Uint8Array(column.length);
  fillEqual(column, wanted, flags);
  return flags;
}

function fillEqual(column: Uint8Array | Uint16Array, wanted: number, flags: Uint8Array): void {
  for (let row = 0; row < flags.length; row += 1) flags[row] = column[row] === wanted ? 1 : 0;
}

/** Flags by row: 1 where a column's value is another than the one that stands for "not known". */
export function flagKnown(column: Float64Array | Int32Array | Uint16Array, unknown: number): Uint8Array {
  const flags = new Uint8Array(column.length);
  fillKnown(column, unknown, flags);
  return flags;
}

function fillKnown(column: Float64Array | Int32Array | Uint16Array, unknown: number, flags: Uint8Array): void {
  for (let row = 0; row < flags.length; row += 1) flags[row] = column[row] === unknown ? 0 : 1;
}

/** Flags by row: 1 where a code is wanted. @param wanted 1 for each wanted code, by code */
export function flagWanted(codes: Uint16Array, wanted: Uint8Array): Uint8Array {
  const flags = new Uint8Array(codes.length);
  fillWanted(codes, wanted, flags);
  return flags;
}

function fillWanted(codes: Uint16Array, wanted: Uint8Array, flags: Uint8Array): void {
  for (let row = 0; row < flags.length; row += 1) flags[row] = wanted[codes[row] ?? 0] ?? 0;
}

/** Flags by row: 1 for each of some rows. @param size the number of rows of the columns */
export function flagRows(rows: Uint32Array, size: number): Uint8Array {
  const flags = new Uint8Array(size);
  fillRows(rows, flags);
  return flags;
}

function fillRows(rows: Uint32Array, flags: Uint8Array): void {
  for (let index = 0; index < rows.length; index += 1) flags[rows[index] ?? 0] = 1;
}
