/** A start that the part's own settings forbid: whoever supervises it leaves this part down, and all others up. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
