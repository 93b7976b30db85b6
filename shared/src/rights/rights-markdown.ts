import type { Role } from '../identity';
import type { Grant } from './grant';
import { rightsTable } from './rights-table';

const columns: readonly (readonly [Role, string])[] = [
  ['DASHBOARD', 'DASHBOARD'],
  ['LEAD', 'LEAD'],
  ['COORDINATOR', 'COORDINATOR (country)'],
  ['VALIDATOR', 'VALIDATOR (country)'],
  ['CENTER', 'CENTER (centre)'],
  ['ADMIN', 'ADMIN'],
];

/** The table of rights as the README shows it. */
export function rightsMarkdown(): string {
  const head = ['', ...columns.map(([, title]) => title)];
  const rows = rightsTable.map(({ title, grants }) => [title, ...columns.map(([role]) => inWords(grants[role]))]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inWords(grant: Grant | undefined): string {
  if (grant === undefined) return '–';
  const { scope, release } = grant;
  const figures =
    release === undefined
      ? []
      : [release.threshold === 1 ? 'exact' : `k = ${release.threshold}`, ...(release.extremes ? ['extremes'] : [])];
  switch (scope) {
    case 'ANY':
      return figures.join(', ') || 'yes';
    case 'OWN_COUNTRY':
      return figures.length === 0 ? 'own country' : ['own', ...figures].join(', ');
    case 'OWN_CENTER':
      return 'own centre';
    case 'FOR_HUB':
      return 'by the hub';
  }
}
