import { futureDateFindings } from '@registry-hub/shared/clinical';
import type { Center } from '@registry-hub/shared/domain';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import type { InputValues } from '../intake';
import { CaseStore } from '../storage';
import { applyChange } from '../writing';
import { type Desk, occasionOf, todayAt } from './desk';
import { type GivenRecord, givenKey, givenRecord } from './read-arguments';

/** Centres, one by one, by the rules of an import. */
export class CenterDesk {
  constructor(private readonly desk: Desk) {}

  /** @throws HubError BAD_USER_INPUT with every problem; CONFLICT when the code is taken */
  async record(input: InputValues): Promise<Center> {
    const given = givenRecord('center', input, this.desk.country);
    return this.desk.writer.write(async (manager) => {
      const before = await this.stored(manager, given.record.centerCode);
      if (before) throw new HubError('CONFLICT', 'A centre with this code is registered already; correct that one.');
      return this.store(manager, before, given);
    });
  }

  /** @throws HubError BAD_USER_INPUT with every problem; NOT_FOUND */
  async correct(centerCode: string, input: InputValues, reason: string): Promise<Center> {
    const [code = ''] = givenKey('center', { centerCode }, this.desk.country);
    const given = givenRecord('center', input, this.desk.country, { reason, code });
    return this.desk.writer.write(async (manager) => {
      const before = await this.stored(manager, code);
      if (!before) throw new HubError('NOT_FOUND');
      return this.store(manager, before, given, reason);
    });
  }

  private async stored(manager: EntityManager, code: string): Promise<Center | undefined> {
    return (await new CaseStore(manager).centers()).get(code);
  }

  private async store(
    manager: EntityManager,
    before: Center | undefined,
    { record: after, faults }: GivenRecord<'center'>,
    reason?: string,
  ): Promise<Center> {
    const late = futureDateFindings('center', after, todayAt(this.desk));
    const problems = [...faults, ...late.map(({ at, rule, message }) => ({ field: `input.${at.field}`, message, rule }))];
    if (problems.length > 0) throw badUserInput(...problems);
    await applyChange(manager, { ...occasionOf(this.desk, before ? 'CORRECT' : 'RECORD', reason), centers: [{ before, after }] });
    return after;
  }
}
