import { bundleFormat, columnName, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import {
  diseaseTerms,
  displayOf,
  drugTerms,
  formerDrugTerms,
  geneTerms,
  type LocalSystem,
  localSystems,
  observationTerms,
  type Term,
} from './codes';
import { consentTerms } from './consent-terms';
import { elementOf } from './element-of';

/**
 * How the registry's records are said in FHIR, as a page of Markdown: every column of a bundle with its element, every code with
 * its source, and every vocabulary of the registry's own. Made from the tables that writing and reading use.
 */
export function mappingPage(): string {
  return [
    '# The registry in FHIR R4',
    'Made from the code (`node services/national/dist/print-fhir-mapping.js`); a test fails when it is not what the code says.',
    '## Columns and elements',
    table(['file', 'column', 'element'], recordKinds.flatMap(columnRows)),
    '## Codes that are written',
    table(['system', 'code', 'display', 'source'], writtenTerms().map(termRow)),
    '## Codes that are only read',
    table(
      ['system', 'code', 'display', 'source'],
      Object.values(formerDrugTerms).concat(observationTerms.leukocytesAnyMethod).map(termRow),
    ),
    '## Code systems of the registry',
    ...Object.values(localSystems).flatMap(systemSection),
  ]
    .join('\n\n')
    .concat('\n');
}

function columnRows(kind: RecordKind): readonly (readonly string[])[] {
  const { file, columns } = bundleFormat[kind];
  return Object.keys(columns).map((field) => [file, columnName(field), `\`${elementOf(kind, field)}\``]);
}

function writtenTerms(): readonly Term[] {
  const { leukocytesAnyMethod: _, ...observations } = observationTerms;
  return [
    ...Object.values(observations),
    ...Object.values(geneTerms),
    ...Object.values(drugTerms),
    ...[...diseaseTerms.values()].flat(),
    ...Object.values(consentTerms),
  ];
}

const termRow = ({ system, code, display, source }: Term): readonly string[] => [`\`${system}\``, code, display, source];

const systemSection = ({ uri, title, values }: LocalSystem): readonly string[] => [
  `### ${title}\n\n\`${uri}\``,
  table(
    ['code', 'display'],
    values.map((value) => [value, displayOf(value)]),
  ),
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
