import { commonDisclosureSettings, type DisclosureSettings, LARGEST_THRESHOLD, thresholdNames } from '@registry-hub/shared/domain';
import { badUserInput, type InputProblem } from '@registry-hub/shared/errors';
import type { FieldValues } from '../audit';
import type { Desk } from '../recording';
import { DisclosureSettingsStore } from '../storage';
import { noteSetting } from './note-setting';

/** Where a country's coordinator sets what it asks of disclosure control. */
export class DisclosureSettingsDesk {
  constructor(private readonly desk: Desk) {}

  /**
   * Changes the settings that are given. Answers already under way may still follow the ones before.
   *
   * @throws HubError BAD_USER_INPUT with every threshold that is laxer than the rules that hold for all
   */
  async change(given: Partial<DisclosureSettings>): Promise<DisclosureSettings> {
    const problems = thresholdProblems(given);
    if (problems.length > 0) throw badUserInput(...problems);
    return this.desk.writer.write(async (manager) => {
      const store = new DisclosureSettingsStore(manager);
      const before = await store.read();
      const after = { ...before, ...given };
      const changed = (Object.keys(before) as (keyof DisclosureSettings)[]).filter((name) => before[name] !== after[name]);
      if (changed.length === 0) return before;
      await store.save(after);
      const valuesOf = (settings: DisclosureSettings): FieldValues => Object.fromEntries(changed.map((name) => [name, settings[name]]));
      await noteSetting(manager, this.desk, { key: ['disclosure'], before: valuesOf(before), after: valuesOf(after) });
      return after;
    });
  }
}

function thresholdProblems(given: Partial<DisclosureSettings>): readonly InputProblem[] {
  return thresholdNames.flatMap((name) => {
    const value = given[name];
    const least = commonDisclosureSettings[name];
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= LARGEST_THRESHOLD)) return [];
    return [
      {
        field: `input.${name}`,
        message: `expected a whole number from ${least} to ${LARGEST_THRESHOLD}; settings make the rules stricter, never laxer.`,
      },
    ];
  });
}
