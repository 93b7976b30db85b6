/** A question names a freeze that this registry doesn't have. */
export class UnknownFreeze extends Error {
  override readonly name = 'UnknownFreeze';

  constructor(readonly label: string) {
    super(`there is no freeze with the label ${label}.`);
  }
}
