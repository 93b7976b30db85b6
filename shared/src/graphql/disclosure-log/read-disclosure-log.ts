import type { DisclosureLog, DisclosureLogEntry } from '../../cohort-memory';
import { pageOf } from '../../database';
import { differenceInWords } from '../../disclosure';
import { type Connection, connectionOf, type PagedList, readPageRequest } from '../connections';
import type { DisclosureLogEntryType } from './disclosure-log-types';

const LOG: PagedList = { name: 'disclosureLog', key: /^\d{1,18}$/ };

/** A page of the log, newest first. @throws HubError BAD_USER_INPUT that names `first` or `after` */
export async function readDisclosureLog(
  log: Pick<DisclosureLog, 'entries' | 'count'>,
  first: number,
  after: string | null | undefined,
): Promise<Connection<DisclosureLogEntryType>> {
  const request = readPageRequest(LOG, first, after);
  const entries = await log.entries(request.first + 1, request.after === undefined ? undefined : Number(request.after));
  return connectionOf(
    LOG,
    pageOf(entries, request),
    ({ number }) => String(number),
    presentEntry,
    () => log.count(),
  );
}

function presentEntry({ at, subject, role, decision, threshold, asked, earlier }: DisclosureLogEntry): DisclosureLogEntryType {
  return { at, subject, role, decision, threshold, asked, earlier, differingPatients: differenceInWords(threshold) };
}
