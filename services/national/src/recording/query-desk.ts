import type { QueryState } from '@registry-hub/shared/domain';
import { badUserInput, HubError } from '@registry-hub/shared/errors';
import { AuditTrail, type ChangeAction, type FieldValues } from '../audit';
import { type DataQuery, DataQueryStore, type ReadingScope, RegistryReader, RegistryStateStore } from '../storage';
import type { Desk } from './desk';

/** What was done to a query, as the audit trail is told. */
interface QueryAct {
  readonly action: ChangeAction;
  readonly id: string;
  readonly before?: FieldValues;
  readonly after: FieldValues;
}

/** The life of a data query: raised, answered, closed. Nobody reaches a query of a patient outside their scope. */
export class QueryDesk {
  constructor(
    private readonly desk: Desk,
    private readonly scope: ReadingScope,
  ) {}

  /** @throws HubError NOT_FOUND; BAD_USER_INPUT when nothing is asked */
  async raise(patientCode: string, field: string | undefined, message: string): Promise<DataQuery> {
    refuseBlank('message', message);
    return this.write(async (queries, reader) => {
      if ((await reader.patients([patientCode])).length === 0) throw new HubError('NOT_FOUND');
      const place = field === undefined ? {} : { field };
      const at = { kind: 'patient' as const, key: [patientCode], ...place };
      const id = await queries.raise({ patientCode, at, message, raisedBy: this.desk.caller.subject });
      return { action: 'QUERY_RAISED', id, after: { ...place, message } };
    });
  }

  /** @throws HubError NOT_FOUND; CONFLICT when it is closed; BAD_USER_INPUT when nothing is said */
  async answer(id: string, words: string): Promise<DataQuery> {
    refuseBlank('text', words);
    return this.move('QUERY_ANSWERED', id, 'ANSWERED', words);
  }

  /** @throws HubError NOT_FOUND; CONFLICT when it is closed already */
  async close(id: string, words: string | undefined): Promise<DataQuery> {
    return this.move('QUERY_CLOSED', id, 'CLOSED', words);
  }

  private move(action: ChangeAction, id: string, state: QueryState, words: string | undefined): Promise<DataQuery> {
    return this.write(async (queries, reader) => {
      const [query] = await reader.dataQueries([id]);
      if (!query) throw this.invisible();
      if (query.state === 'CLOSED') throw new HubError('CONFLICT', 'The data query is closed.');
      await queries.move(id, state, this.desk.caller.subject, words);
      return { action, id, before: { state: query.state }, after: { state, ...(words !== undefined && { text: words }) } };
    });
  }

  /** A centre is not told whether a query exists that is none of its own. */
  private invisible(): HubError {
    return new HubError(this.scope.kind === 'registry' ? 'NOT_FOUND' : 'FORBIDDEN');
  }

  private write(work: (queries: DataQueryStore, reader: RegistryReader) => Promise<QueryAct>): Promise<DataQuery> {
    const { writer, caller, clock } = this.desk;
    return writer.write(async (manager) => {
      const at = clock();
      const reader = new RegistryReader(manager, this.scope);
      const { action, id, ...values } = await work(new DataQueryStore(manager, at), reader);
      await new RegistryStateStore(manager).raiseRevision();
      const [query] = await reader.dataQueries([id]);
      if (!query) throw new HubError('NOT_FOUND');
      const records = [{ kind: 'dataQuery' as const, key: [id], ...values }];
      await new AuditTrail(manager).append([{ action, by: caller, at, patientCode: query.patientCode, records }]);
      return query;
    });
  }
}

function refuseBlank(field: string, words: string): void {
  if (words.trim() === '') throw badUserInput({ field, message: 'expected a sentence.' });
}
