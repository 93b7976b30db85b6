/** One file of a bundle that is read piece by piece. */
export interface BundleFileSource {
  /** Without a folder. */
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

/** The files of a bundle, one after the other; each is read to its end before the next one is asked for. */
export type BundleSource = AsyncIterable<BundleFileSource>;
