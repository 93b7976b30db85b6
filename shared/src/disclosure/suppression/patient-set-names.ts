/** All patients of a cohort, who are in every set without it being said. */
export const EVERYBODY = '';

const AND = ' & ';

/** The patients who are in several sets, whatever the order they are named in. */
export function inAll(...names: readonly string[]): string {
  const named = new Set(names.filter((name) => name !== EVERYBODY));
  return [...named].toSorted().join(AND);
}

/** The sets whose common patients a name stands for. */
export function setsOf(name: string): readonly string[] {
  return name === EVERYBODY ? [] : name.split(AND);
}
