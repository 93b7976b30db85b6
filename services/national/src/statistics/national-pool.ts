import { badUserInput } from '@registry-hub/shared/errors';
import {
  type CohortQuestion,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
  type PoolQuestion,
} from '@registry-hub/shared/statistics';
import type { CohortCounter, OpenCount } from './cohort-counter';
import { FreezeChanged } from './freeze-changed';
import type { FrozenAnswer } from './kept-answers';
import { UnknownFreeze } from './unknown-freeze';

/** A national figure is a pool of one: the registry's own columns. */
export class NationalPool implements PartialPool {
  constructor(
    private readonly country: string,
    private readonly counter: CohortCounter,
  ) {}

  /** @throws HubError BAD_USER_INPUT when there is no such freeze */
  async ask({ filter, figures, anew }: PoolQuestion): Promise<PooledAnswer> {
    const question: CohortQuestion = {
      layoutVersion: LAYOUT_VERSION,
      filter,
      figures,
      countries: [this.country],
      ...(anew ? { anew } : {}),
    };
    const { state, ...counted } = await this.count(question);
    return {
      question,
      coverage: { answered: [this.country], missing: [] },
      settings: new Map([[this.country, state.settings]]),
      ...counted,
    };
  }

  private async count(question: CohortQuestion): Promise<FrozenAnswer & Pick<OpenCount, 'state'>> {
    const open = await this.open(question);
    try {
      return { state: open.state, ...(await open.count()) };
    } catch (error) {
      if (error instanceof FreezeChanged) return this.count(question);
      throw error;
    }
  }

  private async open(question: CohortQuestion): Promise<OpenCount> {
    try {
      return await this.counter.open(question, 'NATIONAL', await this.counter.currentState());
    } catch (error) {
      if (error instanceof UnknownFreeze) throw badUserInput({ field: 'filter.freeze', message: error.message });
      throw error;
    }
  }
}
