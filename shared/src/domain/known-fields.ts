/** An object type whose fields that may be undefined are optional instead: what is not known is absent. */
export type Known<T> = {
  readonly [F in keyof T as undefined extends T[F] ? never : F]: T[F];
} & {
  readonly [F in keyof T as undefined extends T[F] ? F : never]?: Exclude<T[F], undefined>;
};

/** The same object without the fields that hold undefined: a field that is not known is absent, not empty. */
export function knownFields<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<T>;
}
