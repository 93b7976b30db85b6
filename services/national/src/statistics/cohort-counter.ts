import {
  answerQuestion,
  type CohortFilter,
  type CohortQuestion,
  type Counts,
  differenceCounts,
  type FigureScope,
  NO_COUNTS,
} from '@registry-hub/shared/statistics';
import type { FreezesOfState, RegistryState } from '../storage';
import type { CohortMembers } from './cohort-members';
import { countQuestion } from './count-question';
import type { FrozenAnswer, KeptAnswers } from './kept-answers';
import type { ColumnsOfState } from './live-columns';
import type { ColumnsAtHand, RegistryColumns } from './registry-columns';
import { UnknownFreeze } from './unknown-freeze';

/** A question with all that it is counted from at hand: one state of the registry. */
export interface OpenCount {
  readonly state: RegistryState;
  /** Counts a set a figure, in the question's order. @throws FreezeChanged */
  count(): Promise<FrozenAnswer>;
}

export interface CohortCounterParts {
  readonly country: string;
  readonly columns: RegistryColumns;
  readonly members: CohortMembers;
  readonly kept: KeptAnswers;
}

/** The registry may change between two looks at it; not so often. */
const MOST_ATTEMPTS = 10;

/** Counts this country's part of a question, from the columns that its filter asks for: the registry's own, or those of a freeze. */
export class CohortCounter {
  constructor(private readonly parts: CohortCounterParts) {}

  /** Reads the registry's own columns, which the first question would wait for. */
  async load(): Promise<void> {
    await this.parts.columns.live.current();
  }

  /** As the registry is in the database now. */
  currentState(): Promise<RegistryState> {
    return this.parts.columns.live.currentState();
  }

  /**
   * @param seen a state that the database was seen in: what is counted has all of it
   * @throws UnknownFreeze
   */
  async open(question: CohortQuestion, scope: FigureScope, seen: RegistryState): Promise<OpenCount> {
    if (!speaksOfFreezes(question)) return this.openLive(question, scope, seen);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const open = await this.openAt(question, scope, await this.parts.columns.frozen.current());
      if (open) return open;
    }
    throw new Error('the registry changed during every attempt to count a freeze');
  }

  private async openLive(question: CohortQuestion, scope: FigureScope, seen: RegistryState): Promise<OpenCount> {
    const current = await this.parts.columns.live.from(seen);
    return { state: current.state, count: async () => this.countLive(question, scope, current) };
  }

  /** @returns undefined when the registry has changed since */
  private async openAt(question: CohortQuestion, scope: FigureScope, now: FreezesOfState): Promise<OpenCount | undefined> {
    const label = this.freezeOf(question.filter);
    if (label !== undefined && !now.freezes.has(label)) throw new UnknownFreeze(label);
    const columns = await this.parts.columns.at(label, now);
    const differences = await this.differencesOf(question, scope, now);
    if (!columns || !differences) return undefined;
    const plain = { ...question, figures: question.figures.filter(({ kind }) => kind !== 'differences') };
    const count = async (): Promise<FrozenAnswer> => {
      const { figures, leftOut } = await this.countPlain(plain, scope, columns);
      const rest = { plain: figures.values(), differences: differences.values() };
      const inOrder = question.figures.map(({ kind }) => rest[kind === 'differences' ? kind : 'plain'].next().value ?? NO_COUNTS);
      return { figures: inOrder, leftOut };
    };
    return { state: now.state, count };
  }

  private async countPlain(question: CohortQuestion, scope: FigureScope, columns: ColumnsAtHand): Promise<FrozenAnswer> {
    if (columns.kind === 'live') return this.countLive(question, scope, columns.current);
    const { label, losses, frozen } = columns;
    const work = (): readonly Counts[] => answerQuestion(frozen.columns, this.parts.country, question, scope, frozen.analyses);
    return this.parts.kept.answer({ label, freeze: losses, scope, question }, work);
  }

  private countLive(question: CohortQuestion, scope: FigureScope, current: ColumnsOfState): FrozenAnswer {
    return { figures: countQuestion(current, this.parts.country, question, scope), leftOut: false };
  }

  /** Counts of each such figure, by case: its cohorts may be of different columns. */
  private async differencesOf(question: CohortQuestion, scope: FigureScope, now: FreezesOfState): Promise<readonly Counts[] | undefined> {
    const { country, members } = this.parts;
    const own = { filter: question.filter, countries: this.isIn(question.filter) ? [country] : [] };
    const counts: Counts[] = [];
    for (const figure of question.figures) {
      if (figure.kind !== 'differences') continue;
      const sets = await members.of([own, ...figure.others], scope, now);
      if (!sets) return undefined;
      const [here, ...others] = sets;
      if (here) counts.push(differenceCounts(here, others));
    }
    return counts;
  }

  /** Of which freeze this country's patients in the cohort are; none is asked for where it has nobody in it. */
  private freezeOf(filter: CohortFilter): string | undefined {
    return this.isIn(filter) ? filter.freeze : undefined;
  }

  private isIn({ countries }: CohortFilter): boolean {
    return countries?.includes(this.parts.country) ?? true;
  }
}

function speaksOfFreezes({ filter, figures }: CohortQuestion): boolean {
  const others = figures.flatMap((figure) => (figure.kind === 'differences' ? figure.others : []));
  return [filter, ...others.map((other) => other.filter)].some(({ freeze }) => freeze !== undefined);
}
