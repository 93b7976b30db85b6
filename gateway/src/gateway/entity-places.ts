/** A path of the gateway's plan: field names, and `@` for each element of a list. */
export type PlanPath = readonly (string | number)[];

/**
 * Where entities stand in what the hub's own subgraph answered. The gateway numbers a list's elements through when it says
 * where an entity's error belongs, but takes that number from the entities of one country alone: France's error would be
 * told at Austria's place. With this the country's data source gives it the number it should have.
 */
export class EntityPlaces {
  private readonly answers = new WeakMap<object, unknown[]>();

  /** Notes an answer to a root fetch of this operation. */
  note(operation: object, data: unknown): void {
    this.answers.set(operation, [...(this.answers.get(operation) ?? []), data]);
  }

  /** The place, among all entities at the path, of the nth (from 0) of this type; undefined where none is known. */
  placeOf(operation: object, path: PlanPath, typeName: unknown, nth: number): number | undefined {
    const places = (this.answers.get(operation) ?? []).map((answer) => placesOf(elementsAt(answer, path), typeName)[nth]);
    return places.find((place) => place !== undefined);
  }
}

function elementsAt(value: unknown, path: PlanPath): readonly unknown[] {
  if (value === null || value === undefined) return [];
  const [head, ...rest] = path;
  if (head === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((element) => elementsAt(element, head === '@' ? rest : path));
  return elementsAt((value as Readonly<Record<string, unknown>>)[head], rest);
}

function placesOf(elements: readonly unknown[], typeName: unknown): readonly number[] {
  return elements.flatMap((element, place) => ((element as Readonly<Record<string, unknown>>)['__typename'] === typeName ? [place] : []));
}
