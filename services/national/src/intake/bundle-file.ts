/** One file of an import bundle: its name without a folder, and its text. */
export interface BundleFile {
  readonly name: string;
  readonly content: string;
}
