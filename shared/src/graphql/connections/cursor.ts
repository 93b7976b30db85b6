import type { Page, PageRequest } from '../../database';
import { badUserInput } from '../../errors';
import type { Connection } from './connection-types';

/** A list that is read in pages: its name, which its cursors carry, and what the key looks like that it goes by. */
export interface PagedList {
  readonly name: string;
  readonly key: RegExp;
}

const LARGEST_PAGE = 500;
export const DEFAULT_PAGE = 50;

/** The argument `first` of every list. */
export const pageSize = { nullable: true, defaultValue: DEFAULT_PAGE, description: `From 1 to ${LARGEST_PAGE}.` } as const;

/** @throws HubError BAD_USER_INPUT that names `first` or `after` */
export function readPageRequest(list: PagedList, first: number, after: string | null | undefined): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw badUserInput({ field: 'first', message: `expected a whole number from 1 to ${LARGEST_PAGE}.` });
  }
  if (after === null || after === undefined) return { first };
  const [name, key = ''] = Buffer.from(after, 'base64url').toString('utf8').split(':');
  if (name !== list.name || !list.key.test(key)) {
    throw badUserInput({ field: 'after', message: 'expected a cursor of this very list, as endCursor or an edge gives it.' });
  }
  return { first, after: key };
}

/** A page as a Relay connection, its nodes as the API shows them. */
export function connectionOf<T, N>(
  { name }: PagedList,
  page: Page<T>,
  keyOf: (item: T) => string,
  present: (item: T) => N,
  totalCount: () => Promise<number>,
): Connection<N> {
  const edges = page.items.map((item) => ({ cursor: cursorOf(name, keyOf(item)), node: present(item) }));
  const endCursor = edges.at(-1)?.cursor;
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, ...(endCursor !== undefined && { endCursor }) }, totalCount };
}

function cursorOf(name: string, key: string): string {
  return Buffer.from(`${name}:${key}`).toString('base64url');
}
