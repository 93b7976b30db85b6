import { type ExpectedField, knownFieldExpectations } from '@registry-hub/shared/clinical';
import { badUserInput, type InputProblem } from '@registry-hub/shared/errors';
import type { FieldValues } from '../audit';
import type { Desk } from '../recording';
import { ExpectedFieldsStore } from '../storage';
import { noteSetting } from './note-setting';

/** Where a country's coordinator says which fields are expected of its cases: what completeness is the share of. */
export class ExpectedFieldsDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Expects these fields from now on, and no others.
   *
   * @param names of fields that the rules know
   * @returns the fields that are expected then
   * @throws HubError BAD_USER_INPUT with every name that is none, and with every one that is given twice
   */
  async choose(names: readonly string[]): Promise<readonly ExpectedField[]> {
    const problems = problemsOf(names);
    if (problems.length > 0) throw badUserInput(...problems);
    const after = knownFieldExpectations.filter(({ name }) => names.includes(name));
    return this.desk.writer.write(async (manager) => {
      const store = new ExpectedFieldsStore(manager);
      const before = await store.read();
      const changed = knownFieldExpectations.filter((field) => before.includes(field) !== after.includes(field));
      if (changed.length === 0) return after;
      await store.save(after);
      const valuesOf = (expected: readonly ExpectedField[]): FieldValues =>
        Object.fromEntries(changed.map((field) => [field.name, expected.includes(field)]));
      await noteSetting(manager, this.desk, { key: ['expectedFields'], before: valuesOf(before), after: valuesOf(after) });
      return after;
    });
  }
}

function problemsOf(names: readonly string[]): readonly InputProblem[] {
  const known = knownFieldExpectations.map(({ name }) => name);
  return names.flatMap((name, index): readonly InputProblem[] => {
    const field = `fields.${index}`;
    if (!known.includes(name)) return [{ field, message: `"${name}" is none of the known fields: ${known.join(', ')}.` }];
    return names.indexOf(name) === index ? [] : [{ field, message: `"${name}" stands here a second time; name each field once.` }];
  });
}
