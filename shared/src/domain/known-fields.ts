/** An object type whose fields that may be undefined are optional instead: what is not known is absent. */
export type Known<T> = {
  readonly [F in keyof T as undefined extends T[F] ? never : F]: T[F];
} & {
  readonly [F in keyof T as undefined extends T[F] ? F : never]?: Exclude<T[F], undefined>;
};

/** The same object without the fields that hold undefined: a field that is not known is absent, not empty. */
export function knownFields<T extends object>(fields: T): Known<T> {
  const known: Record<string, unknown> = {};
  // every derived case comes through here: no list of pairs is made of it
  for (const field in fields) if (fields[field] !== undefined) known[field] = fields[field];
  return known as Known<T>;
}
