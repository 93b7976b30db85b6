/** A fault that whoever runs the command can mend; it is shown as its one sentence, without a stack trace. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
