import { DERIVATION_VERSION, deriveCase } from '@registry-hub/shared/clinical';
import { calendarDateOf } from '@registry-hub/shared/domain';
import { badUserInput } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { type Actor, AuditTrail } from '../audit';
import { CaseStore, DerivationCursor, type RegistryWriter } from '../storage';
import { compareCases, findingsOf } from '../validation';
import { applyChange, type CaseChange, loadSurroundings } from '../writing';
import { isDerivedAlike } from './is-derived-alike';

/** What one batch did. */
export interface RederiveProgress {
  /** Cases of the batch. */
  readonly derived: number;
  /** Those of them that came out otherwise than before. */
  readonly changed: number;
  readonly dataQueriesRaised: number;
  /** Cases that still wait. */
  readonly left: number;
  readonly derivationVersion: number;
}

export interface RederiveOptions {
  /** Marks every case as waiting before the batch: to be set for the first batch alone. */
  readonly all: boolean;
  /** Cases at most. */
  readonly batch: number;
  readonly by: Actor;
}

const LARGEST_BATCH = 5000;

/** Derives stored cases anew after the rules have changed, with the questions that the rules raise about them. */
export class Rederiver {
  constructor(
    private readonly writer: RegistryWriter,
    private readonly clock: () => Date,
  ) {}

  /**
   * Derives one batch of the cases that were derived by other rules than the present ones, in one transaction. The version
   * in each derived row is what tells which cases wait, so whoever is interrupted goes on where the last batch ended.
   *
   * @throws HubError BAD_USER_INPUT of a batch size that is none
   */
  async rederive({ all, batch, by }: RederiveOptions): Promise<RederiveProgress> {
    if (batch < 1 || batch > LARGEST_BATCH) throw badUserInput({ field: 'batch', message: `expected 1 to ${LARGEST_BATCH}.` });
    return this.writer.write(async (manager) => {
      const cursor = new DerivationCursor(manager, DERIVATION_VERSION);
      if (all) await cursor.markAll();
      const codes = await cursor.next(batch);
      const outcome = await this.deriveAnew(manager, codes, by);
      return { derived: codes.length, ...outcome, left: await cursor.count(), derivationVersion: DERIVATION_VERSION };
    });
  }

  private async deriveAnew(
    manager: EntityManager,
    codes: readonly string[],
    by: Actor,
  ): Promise<Pick<RederiveProgress, 'changed' | 'dataQueriesRaised'>> {
    if (codes.length === 0) return { changed: 0, dataQueriesRaised: 0 };
    const at = this.clock();
    const before = await new DerivationCursor(manager, DERIVATION_VERSION).derivedCases(codes);
    const facts = [...(await new CaseStore(manager).load(codes)).values()];
    const candidates = facts.map((one) => ({ facts: one, derived: deriveCase(one) }));
    const comparison = compareCases(
      candidates,
      await loadSurroundings(
        manager,
        facts.map(({ patient }) => patient),
      ),
    );
    const cases = candidates.map((candidate): CaseChange => {
      // a stored case is refused no more: what would refuse it now is asked about
      const { refusing, queries } = findingsOf(candidate, comparison, calendarDateOf(at));
      return { before: candidate.facts, after: candidate.facts, derived: candidate.derived, findings: [...refusing, ...queries] };
    });
    const { dataQueriesRaised } = await applyChange(manager, { action: 'REDERIVE', by, at, extensions: this.writer.extensions, cases });
    const changed = candidates.filter(({ derived }) => !isDerivedAlike(derived, before.get(derived.patientCode))).length;
    const done = { cases: codes.length, changed, derivationVersion: DERIVATION_VERSION };
    const record = { kind: 'setting' as const, key: ['derivation'], before: {}, after: done };
    await new AuditTrail(manager).append([{ by, at, action: 'REDERIVE', records: [record] }]);
    return { changed, dataQueriesRaised };
  }
}
