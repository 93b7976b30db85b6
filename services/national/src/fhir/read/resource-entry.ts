/** A resource as it came, still of unknown shape. */
export interface ResourceEntry {
  readonly resource: unknown;
  /** Its place in what was handed in: `line 3`, `Bundle.entry[2]`. */
  readonly place: string;
  /** The address under which a bundle's other entries refer to it. */
  readonly fullUrl?: string;
}
