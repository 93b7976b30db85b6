/** A UCUM unit that says the same as a unit of the registry, and by how many powers of ten its numbers differ. */
interface EqualUnit {
  readonly unit: string;
  readonly code: string;
  /** value in the registry's unit = value in this one · 10^shift */
  readonly shift: number;
}

/** Laboratories' other ways to give the same quantity; UCUM 2.1 (2017). */
const equalUnits: readonly EqualUnit[] = [
  { unit: '10*9/L', code: '10*3/uL', shift: 0 },
  { unit: '10*9/L', code: '/nL', shift: 0 },
  { unit: 'g/L', code: 'g/dL', shift: 1 },
  { unit: 'cm', code: 'mm', shift: -1 },
  { unit: '%', code: '1', shift: 2 },
  { unit: 'mg/d', code: 'g/d', shift: 3 },
  { unit: '{copies}', code: '1', shift: 0 },
];

/** A value of one unit in another, without the rounding of a multiplication; undefined when the units don't say the same. */
export function inUnit(value: number, code: string, unit: string): number | undefined {
  if (code === unit) return value;
  const equal = equalUnits.find((one) => one.unit === unit && one.code === code);
  return equal && shifted(value, equal.shift);
}

function shifted(value: number, shift: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + shift}`);
}
