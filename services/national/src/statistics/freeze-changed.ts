/** Patients were taken out of a freeze while it was counted: what was counted with them is not given. */
export class FreezeChanged extends Error {
  override readonly name = 'FreezeChanged';

  constructor(label: string) {
    super(`the freeze ${label} changed while it was counted.`);
  }
}
