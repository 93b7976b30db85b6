import { deriveCase } from '@registry-hub/shared/clinical';
import { commonDisclosureSettings, type DerivedCase } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import type { RegistryState, TableState } from '../storage';
import { type DerivedCaseSource, LiveColumns } from './live-columns';

const someone = deriveCase(caseFacts());
const stateOf = (revision: number): RegistryState => ({ revision, name: `state ${revision}`, settings: commonDisclosureSettings });

/** A narrow table that several processes read; the snapshot is the number of changes that are in it. */
class FakeTable implements DerivedCaseSource {
  readonly reads: string[] = [];
  fails = false;
  restored = false;
  private readonly changes: (readonly [number, DerivedCase | undefined])[] = [];

  change(caseNumber: number, derived: DerivedCase | undefined = someone): void {
    this.changes.push([caseNumber, derived]);
  }

  async currentState(): Promise<RegistryState> {
    return stateOf(this.changes.length);
  }

  async readAll(visit: (caseNumber: number, derived: DerivedCase | undefined) => void): Promise<TableState> {
    this.reads.push('all');
    return this.visitFrom(0, visit);
  }

  async readChanges({ snapshot }: TableState, visit: (caseNumber: number, derived: DerivedCase | undefined) => void) {
    if (this.restored) return undefined;
    this.reads.push(`since ${snapshot}`);
    return this.visitFrom(Number(snapshot), visit);
  }

  private visitFrom(from: number, visit: (caseNumber: number, derived: DerivedCase | undefined) => void): TableState {
    const revision = this.changes.length;
    for (const [caseNumber, derived] of this.changes.slice(from)) {
      visit(caseNumber, derived);
      if (this.fails) throw new Error('the connection was lost');
    }
    return { ...stateOf(revision), snapshot: String(revision) };
  }
}

describe('columns in memory', () => {
  const table = (): FakeTable => {
    const one = new FakeTable();
    one.change(1);
    return one;
  };

  it('are read once while nothing changes', async () => {
    const source = table();
    const columns = new LiveColumns(source);
    const [first, second] = [await columns.current(), await columns.current()];
    expect(second).toBe(first);
    expect(source.reads).toEqual(['all']);
  });

  it('follow a change that another process made, reading nothing but the change', async () => {
    const source = table();
    const [one, other] = [new LiveColumns(source), new LiveColumns(source)];
    await Promise.all([one.current(), other.current()]);
    source.change(2);
    const answers = await Promise.all([one.current(), other.current()]);
    expect(answers.map(({ state, columns }) => [state.revision, columns.size])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(source.reads).toEqual(['all', 'all', 'since 1', 'since 1']);
  });

  it('read a change once for all who ask meanwhile', async () => {
    const source = table();
    const columns = new LiveColumns(source);
    await columns.current();
    source.change(2);
    await Promise.all([columns.current(), columns.current(), columns.current()]);
    expect(source.reads).toEqual(['all', 'since 1']);
  });

  it('are read anew when changes can not be told, as from a restored database', async () => {
    const source = table();
    const columns = new LiveColumns(source);
    await columns.current();
    source.change(1, undefined);
    source.restored = true;
    await columns.current();
    expect(source.reads).toEqual(['all', 'all']);
  });

  it('are read anew after a change that could not be read to its end', async () => {
    const source = table();
    const columns = new LiveColumns(source);
    await columns.current();
    source.change(2);
    source.fails = true;
    await expect(columns.current()).rejects.toThrow('the connection was lost');
    source.fails = false;
    expect((await columns.current()).columns.size).toBe(2);
    expect(source.reads).toEqual(['all', 'since 1', 'all']);
  });
});
