/** One clone of a karyotype. */
export interface Clone {
  /** Metaphases in which it was found; absent when not written. */
  readonly cells?: number;
  readonly phPositive: boolean;
  /** Acquired aberrations beside the Philadelphia translocation, as written. */
  readonly otherAberrations: readonly string[];
}

/** What a karyotype in ISCN tells about the Philadelphia chromosome. */
export interface Karyotype {
  readonly clones: readonly Clone[];
  readonly phPositive: boolean;
  /** Metaphases of all clones; absent unless every clone has its number. */
  readonly metaphases?: number;
  /** Ph+ metaphases in per cent of all; absent likewise. */
  readonly phPositivePct?: number;
  /** Distinct additional aberrations of the Ph+ clones. */
  readonly additionalAberrations: readonly string[];
  /** What is wrong with the text, a sentence each; empty when nothing is. */
  readonly faults: readonly string[];
}

const CHROMOSOME_COUNT = /^\d{2}([~-]\d{2})?(<\dn[+-]?>)?$/;
const CLONE_SIZE = /\[(?:cp)?(\d+)\]$/;
/** Clones written as "the first clone and what came on top of it". */
const STEMLINE = /^(idem|sl|sdl\d*)(x\d)?$/;
const TRANSLOCATION = /t\(([^()]+)\)(?:\(([^()]+)\))?/g;

type Translocation = 'PHILADELPHIA' | 'WITHOUT_BANDS' | 'WRONG_BANDS' | 'OTHER';

/**
 * Whether a translocation joins 9q34 to 22q11, with sub-bands or without, alone or with further chromosomes. Bands may be
 * left out where the same translocation was written before, so without bands it is neither right nor wrong.
 */
function translocationOf(chromosomes: string, bands: string | undefined): Translocation {
  const partners = chromosomes.split(';');
  const nine = partners.indexOf('9');
  const twentyTwo = partners.indexOf('22');
  if (nine < 0 || twentyTwo < 0) return 'OTHER';
  if (bands === undefined) return 'WITHOUT_BANDS';
  const breakpoints = bands.split(';');
  const isRight =
    breakpoints.length === partners.length &&
    /^q34(\.\d+)?$/.test(breakpoints[nine] ?? '') &&
    /^q11(\.\d+)?$/.test(breakpoints[twentyTwo] ?? '');
  return isRight ? 'PHILADELPHIA' : 'WRONG_BANDS';
}

const translocationsIn = (text: string): readonly Translocation[] =>
  [...text.matchAll(TRANSLOCATION)].map(([, chromosomes = '', bands]) => translocationOf(chromosomes, bands));

const showsPhiladelphia = (aberration: string): boolean =>
  translocationsIn(aberration).some((translocation) => translocation === 'PHILADELPHIA' || translocation === 'WITHOUT_BANDS');

/** A further copy, as in `+der(22)t(9;22)(q34;q11)`, is an additional aberration; a constitutional one, `+21c`, is none. */
const isAdditional = (aberration: string): boolean =>
  !aberration.endsWith('c') && (aberration.startsWith('+') || !showsPhiladelphia(aberration));

function cloneOf(text: string, stemline: Clone | undefined): Clone {
  const size = CLONE_SIZE.exec(text)?.[1];
  const [, second = '', ...rest] = text.replace(CLONE_SIZE, '').split(',');
  const inherited = STEMLINE.test(second) ? stemline : undefined;
  return {
    ...(size !== undefined && { cells: Number(size) }),
    phPositive: (inherited?.phPositive ?? false) || rest.some(showsPhiladelphia),
    otherAberrations: [...(inherited?.otherAberrations ?? []), ...rest.filter(isAdditional)],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function countsOf(clones: readonly Clone[]): Pick<Karyotype, 'metaphases' | 'phPositivePct'> {
  const sizes = clones.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
  const metaphases = sum(sizes);
  if (sizes.length < clones.length || metaphases === 0) return {};
  const positive = sum(clones.map(({ phPositive, cells = 0 }) => (phPositive ? cells : 0)));
  return { metaphases, phPositivePct: (100 * positive) / metaphases };
}

function faultsOf(text: string, cloneTexts: readonly string[]): readonly string[] {
  const translocations = translocationsIn(text);
  const faults: string[] = [];
  if (!cloneTexts.every((clone) => CHROMOSOME_COUNT.test(clone.split(',')[0] ?? ''))) {
    faults.push('each clone starts with its number of chromosomes, as in 46,XX');
  }
  if (translocations.includes('WRONG_BANDS')) faults.push('the breakpoints of t(9;22) are q34 on 9 and q11 on 22');
  if (translocations.includes('WITHOUT_BANDS') && !translocations.includes('PHILADELPHIA')) {
    faults.push('t(9;22) is written with its breakpoints, t(9;22)(q34;q11)');
  }
  return faults;
}

/**
 * Reads a karyotype written in ISCN (An International System for Human Cytogenomic Nomenclature) as far as the Philadelphia
 * chromosome goes: t(9;22)(q34;q11) with optional sub-bands, variants with further chromosomes, clone sizes in brackets,
 * clones that inherit from the first. In-situ hybridisation after the karyotype is left aside. It does not throw.
 */
export function readKaryotype(text: string): Karyotype {
  const banding = text.trim().replace(/\.?\s*(nuc )?ish.*$/, '');
  const cloneTexts = banding.split(/\/+/).map((clone) => clone.replace(/\s+/g, ''));
  const clones = cloneTexts.reduce<readonly Clone[]>((read, clone) => [...read, cloneOf(clone, read[0])], []);
  const additional = clones.filter(({ phPositive }) => phPositive).flatMap(({ otherAberrations }) => otherAberrations);
  return {
    clones,
    phPositive: clones.some(({ phPositive }) => phPositive),
    ...countsOf(clones),
    additionalAberrations: [...new Set(additional)],
    faults: faultsOf(banding, cloneTexts),
  };
}
