import { CENTER_CODE, PATIENT_CODE } from '@registry-hub/shared/domain';
import { badUserInput } from '@registry-hub/shared/errors';
import { AUDIT_SEQUENCE } from '../../audit';
import { DATA_QUERY_ID, type Page, type PageRequest } from '../../storage';
import type { Connection } from '../types';

/** The key that each list goes by, as its cursors hold it. */
const keyForms = {
  center: CENTER_CODE,
  patient: PATIENT_CODE,
  dataQuery: DATA_QUERY_ID,
  audit: AUDIT_SEQUENCE,
  history: AUDIT_SEQUENCE,
} as const;
export type ListName = keyof typeof keyForms;

const LARGEST_PAGE = 500;
export const DEFAULT_PAGE = 50;

/** The argument `first` of every list. */
export const pageSize = { nullable: true, defaultValue: DEFAULT_PAGE, description: `From 1 to ${LARGEST_PAGE}.` } as const;

/** @throws HubError BAD_USER_INPUT that names `first` or `after` */
export function readPageRequest(list: ListName, first: number, after: string | null | undefined): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw badUserInput({ field: 'first', message: `expected a whole number from 1 to ${LARGEST_PAGE}.` });
  }
  if (after === null || after === undefined) return { first };
  const [name, key = ''] = Buffer.from(after, 'base64url').toString('utf8').split(':');
  if (name !== list || !keyForms[list].test(key)) {
    throw badUserInput({ field: 'after', message: 'expected a cursor of this very list, as endCursor or an edge gives it.' });
  }
  return { first, after: key };
}

/** A page as a Relay connection, its nodes as the API shows them. */
export function connectionOf<T, N>(
  list: ListName,
  page: Page<T>,
  keyOf: (item: T) => string,
  present: (item: T) => N,
  totalCount: () => Promise<number>,
): Connection<N> {
  const edges = page.items.map((item) => ({ cursor: cursorOf(list, keyOf(item)), node: present(item) }));
  const endCursor = edges.at(-1)?.cursor;
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, ...(endCursor !== undefined && { endCursor }) }, totalCount };
}

function cursorOf(list: ListName, key: string): string {
  return Buffer.from(`${list}:${key}`).toString('base64url');
}
