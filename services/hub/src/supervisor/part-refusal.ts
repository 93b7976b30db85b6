import { OperatorError } from '../errors';

/** A part whose own settings forbid its start, in its own words: it stays down until they are changed, and the others are up. */
export class PartRefusal extends OperatorError {}
