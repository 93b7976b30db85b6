/** Who asks, and in which role figures are given. */
export interface Asker {
  readonly subject: string;
  readonly role: string;
}
