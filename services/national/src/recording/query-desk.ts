import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import type { DataSource, EntityManager } from 'typeorm';
import { type DataQuery, DataQueryStore, inRegistryWrite, type ReadingScope, RegistryReader, RegistryStateStore } from '../storage';

/** The life of a data query: raised, answered, closed. Nobody reaches a query of a patient outside their scope. */
export class QueryDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
    private readonly scope: ReadingScope,
    private readonly clock: () => Date,
  ) {}

  /** @throws HubError NOT_FOUND; BAD_USER_INPUT when nothing is asked */
  async raise(patientCode: string, field: string | undefined, message: string): Promise<DataQuery> {
    refuseBlank('message', message);
    return this.write(async (queries, reader) => {
      if ((await reader.patients([patientCode])).length === 0) throw new HubError('NOT_FOUND');
      const at = { kind: 'patient' as const, key: [patientCode], ...(field !== undefined && { field }) };
      return queries.raise({ patientCode, at, message, raisedBy: this.caller.subject });
    });
  }

  /** @throws HubError NOT_FOUND; CONFLICT when it is closed; BAD_USER_INPUT when nothing is said */
  async answer(id: string, words: string): Promise<DataQuery> {
    refuseBlank('text', words);
    return this.move(id, 'ANSWERED', words);
  }

  /** @throws HubError NOT_FOUND; CONFLICT when it is closed already */
  async close(id: string, words: string | undefined): Promise<DataQuery> {
    return this.move(id, 'CLOSED', words);
  }

  private move(id: string, state: 'ANSWERED' | 'CLOSED', words: string | undefined): Promise<DataQuery> {
    return this.write(async (queries, reader) => {
      const [query] = await reader.dataQueries([id]);
      if (!query) throw this.invisible();
      if (query.state === 'CLOSED') throw new HubError('CONFLICT', 'The data query is closed.');
      await queries.move(id, state, this.caller.subject, words);
      return id;
    });
  }

  /** A centre is not told whether a query exists that is none of its own. */
  private invisible(): HubError {
    return new HubError(this.scope.kind === 'registry' ? 'NOT_FOUND' : 'FORBIDDEN');
  }

  private write(work: (queries: DataQueryStore, reader: RegistryReader) => Promise<string>): Promise<DataQuery> {
    return inRegistryWrite(this.dataSource, async (manager: EntityManager) => {
      const reader = new RegistryReader(manager, this.scope);
      const id = await work(new DataQueryStore(manager, this.clock()), reader);
      await new RegistryStateStore(manager).raiseRevision();
      const [query] = await reader.dataQueries([id]);
      if (!query) throw new HubError('NOT_FOUND');
      return query;
    });
  }
}

function refuseBlank(field: string, words: string): void {
  if (words.trim() === '') throw badUserInput({ field, message: 'expected a sentence.' });
}
