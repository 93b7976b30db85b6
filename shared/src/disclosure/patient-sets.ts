import { diseaseEntry, diseaseGroups, failureCategoryOf } from '../clinical';
import { type ElnEdition, failureCategories, failureSubcategories } from '../domain';
import { type CohortMeasure, type CohortVariable, type Measure, OTHER_VALUE, type Variable } from '../statistics';
import { type CountClaims, type Division, EVERYBODY, joinClaims, type Nested, type ScaleClaim, type TableSide } from './suppression';

/** The sets of patients that a division of a cohort into values makes, by the names they go by in every figure. */
export interface ValueSets {
  readonly of: (value: string) => string;
  readonly known: string;
  readonly unknown: string;
  /** The division itself, for values that may be some of all there are. */
  readonly division: (values: readonly string[]) => Division;
  /** The values as intervals of a measure, where they are. */
  readonly scale?: (values: readonly string[]) => ScaleClaim;
}

/** Who is known by one of these is known by the other: the coarser is worked out from the finer. */
const knownBy: Partial<Readonly<Record<Variable | Measure, Variable | Measure>>> = {
  AGE_GROUP_AT_DIAGNOSIS: 'AGE_AT_DIAGNOSIS',
  FAILURE_SUBCATEGORY: 'FAILURE_CATEGORY',
  DISEASE: 'DISEASE_GROUP',
};

/** Patients of whom a variable, or a measure, is known. */
export function knownSet(what: CohortVariable | CohortMeasure): string {
  return `${knowing(what)} known`;
}

export function unknownSet(what: CohortVariable | CohortMeasure): string {
  return `${knowing(what)} not known`;
}

export function valueSet(variable: CohortVariable, value: string): string {
  // who has a disease outside the catalogue is of no group
  if (variable === 'DISEASE_GROUP' && value === OTHER_VALUE) return valueSet('DISEASE', value);
  return `${nameOf(variable)}=${value}`;
}

function knowing(what: CohortVariable | CohortMeasure): string {
  return typeof what === 'string' ? (knownBy[what] ?? what) : (what.knownAs ?? what.declared);
}

/** What a country's extension declares has a name of its own, that no variable or measure of the registry has. */
function nameOf(what: CohortVariable | CohortMeasure): string {
  return typeof what === 'string' ? what : what.declared;
}

/** Subcategories of failure make up categories, diseases make up groups, and age groups lie on the scale of age: what the ones hide, the others must not tell. */
export function variableSets(variable: CohortVariable): ValueSets {
  const sets = valueSets((value) => valueSet(variable, value), knownSet(variable), unknownSet(variable));
  if (variable === 'FAILURE_SUBCATEGORY') return { ...sets, division: (values) => dividedBy(sets, categoriesOf(values)) };
  if (variable === 'DISEASE') return { ...sets, division: (values) => dividedBy(sets, diseaseGroupsOf(values)) };
  if (variable === 'AGE_GROUP_AT_DIAGNOSIS') return { ...sets, scale: ageScale };
  return sets;
}

/** Patients by whether a measure is known of them. */
export function measureSide(measure: CohortMeasure): TableSide {
  const names = [knownSet(measure), unknownSet(measure)];
  return { division: { name: EVERYBODY, parts: names.map(leaf) }, names };
}

/** What a figure tells, with what a country's extension says of the sets it is of: of whom one is known, another is known too. */
export function withinOthers(claims: CountClaims, what: readonly (CohortVariable | CohortMeasure | undefined)[]): CountClaims {
  const nested = what.flatMap((one): readonly Nested[] =>
    typeof one !== 'object' || one.knownWithin === undefined ? [] : [{ whole: `${one.knownWithin} known`, part: knownSet(one) }],
  );
  return nested.length === 0 ? claims : joinClaims([claims, { cells: [], sums: [], nested }]);
}

/** The classes of response at a milestone; not known is who has not reached it or could not be evaluated. */
export function milestoneSets(edition: ElnEdition, month: number): ValueSets {
  const milestone = `${edition} at month ${month}`;
  return valueSets((value) => `${milestone}=${value}`, `${milestone} evaluable`, `${milestone} not evaluable`);
}

/** The values, and at the end those for whom there is none. */
export function sideOf(sets: ValueSets, values: readonly string[]): TableSide {
  const scales = sets.scale ? [sets.scale(values)] : [];
  return { division: sets.division(values), names: [...values.map(sets.of), sets.unknown], scales };
}

function valueSets(of: ValueSets['of'], known: string, unknown: string): ValueSets {
  const division = (values: readonly string[]): Division => dividedBy({ known, unknown }, values.map(of).map(leaf));
  return { of, known, unknown, division };
}

function dividedBy({ known, unknown }: Pick<ValueSets, 'known' | 'unknown'>, parts: readonly Division[]): Division {
  return { name: EVERYBODY, parts: [{ name: known, parts }, leaf(unknown)] };
}

function categoriesOf(values: readonly string[]): readonly Division[] {
  return failureCategories.map((category) => ({
    name: valueSet('FAILURE_CATEGORY', category),
    parts: failureSubcategories
      .filter((subcategory) => values.includes(subcategory) && failureCategoryOf(subcategory) === category)
      .map((subcategory) => leaf(valueSet('FAILURE_SUBCATEGORY', subcategory))),
  }));
}

function diseaseGroupsOf(values: readonly string[]): readonly Division[] {
  const groups = diseaseGroups.map((group) => ({
    name: valueSet('DISEASE_GROUP', group),
    parts: values.filter((value) => diseaseEntry(value)?.group === group).map((value) => leaf(valueSet('DISEASE', value))),
  }));
  return [...groups, leaf(valueSet('DISEASE', OTHER_VALUE))];
}

/** Age groups are of ten years, 40-49, but for the oldest, 90+. */
function ageScale(values: readonly string[]): ScaleClaim {
  const bins = values.map((value) => {
    const [from = 0, last] = value.split(/[-+]/).filter(Boolean).map(Number);
    return { name: valueSet('AGE_GROUP_AT_DIAGNOSIS', value), from, to: last === undefined ? undefined : last + 1 };
  });
  return { measure: 'AGE_AT_DIAGNOSIS', depth: 2, bins };
}

/** A set that is divided no further. */
export function leaf(name: string): Division {
  return { name, parts: [] };
}
