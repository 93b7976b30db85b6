import { type CohortQuestion, LAYOUT_VERSION, type PartialPool, type PooledAnswer } from '@registry-hub/shared/statistics';
import { countQuestion } from './count-question';
import type { LiveColumns } from './live-columns';

/** A national figure is a pool of one: the registry's own columns. */
export class NationalPool implements PartialPool {
  constructor(
    private readonly country: string,
    private readonly columns: LiveColumns,
  ) {}

  async ask({ filter, figures }: Pick<CohortQuestion, 'filter' | 'figures'>): Promise<PooledAnswer> {
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, figures, countries: [this.country] };
    const counted = await this.columns.current();
    return {
      question,
      coverage: { answered: [this.country], missing: [] },
      settings: new Map([[this.country, counted.state.settings]]),
      figures: countQuestion(counted, this.country, question, 'NATIONAL'),
    };
  }
}
