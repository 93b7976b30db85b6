/** One file of an exported registry. */
export interface ExportedFile {
  readonly name: string;
  /** The file's text, piece by piece; to be read while the export lasts, one file after the other. */
  readonly text: () => AsyncGenerator<string>;
}
