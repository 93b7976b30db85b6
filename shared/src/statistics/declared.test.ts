import { deriveCase } from '../clinical';
import { caseFacts } from '../testing';
import { CaseTable } from './columns';
import type { DeclaredCatalogue, DeclaredEndpoint, DeclaredRow } from './declared';
import { frequencyFigure, groupedTimes, summaryFigure } from './figures';
import { answerQuestion, type Counts, changeOf, NO_COUNTS, recount } from './partials';
import { type CohortQuestion, type FigureQuestion, LAYOUT_VERSION } from './question';
import { readQuestion } from './read-question';

const color = { declared: 'test.color', values: ['RED', 'BLUE'] };
const weight = { declared: 'test.weight', unit: 'kg', stepsPerUnit: 10 };
const remission: DeclaredEndpoint = {
  declared: 'test.remission',
  start: 'test.from',
  events: ['test.lost'],
  death: false,
  followedUntil: 'test.until',
  outcome: { of: color, withoutEvent: 'RED' },
};
const catalogue: DeclaredCatalogue = { variables: [color], measures: [weight], days: ['test.from', 'test.lost', 'test.until'] };
const rows: readonly (DeclaredRow | undefined)[] = [
  { 'test.color': 'RED', 'test.weight': 50.5, 'test.from': '2020-01-01', 'test.until': '2020-01-31' },
  { 'test.color': 'BLUE', 'test.weight': 60, 'test.from': '2020-01-01', 'test.lost': '2020-01-11', 'test.until': '2020-02-01' },
  { 'test.color': 'GREEN' },
  undefined,
];
const derived = deriveCase(caseFacts());
const question = (...figures: readonly FigureQuestion[]): CohortQuestion => ({
  layoutVersion: LAYOUT_VERSION,
  filter: { registry: 'ALL' },
  countries: ['FR'],
  figures,
});
const figures: readonly FigureQuestion[] = [
  { kind: 'frequencies', of: color, by: 'SEX' },
  { kind: 'summary', of: weight, by: color },
  { kind: 'declaredTimes', endpoint: remission, by: color },
];

function tableOf(declared: readonly (DeclaredRow | undefined)[]): CaseTable {
  const table = new CaseTable(catalogue);
  for (const [caseNumber, row] of declared.entries()) table.put(caseNumber, derived, row);
  return table;
}

const counted = (table: CaseTable): readonly Counts[] => answerQuestion(table.columns(), 'FR', question(...figures), 'NATIONAL');

describe('figures of what an extension declares', () => {
  const [colors = NO_COUNTS, weights = NO_COUNTS, times = NO_COUNTS] = counted(tableOf(rows));

  it('are counted with the registry’s own variables; a value that is not declared is not known', () => {
    expect(frequencyFigure(colors, color, 'SEX', ['FR'])).toMatchObject({
      values: ['RED', 'BLUE'],
      byValues: ['F'],
      cells: [
        [1, 0],
        [1, 0],
      ],
      unknown: [2, 0],
    });
  });

  it('are summed on the scale that is declared', () => {
    const { groups, ungrouped } = summaryFigure(weights, weight, color, ['FR']);
    expect(groups.map(({ group, n, median }) => [group, n, median])).toEqual([
      ['RED', 1, 50.5],
      ['BLUE', 1, 60],
    ]);
    expect(ungrouped).toEqual({ n: 0, missing: 2 });
  });

  it('are timed from the day that is declared to the first event, else to the last observation', () => {
    const { groups, ungrouped } = groupedTimes(times, color, ['FR']);
    expect(groups.map(({ group, events, censored }) => [group, events.indexOf(1), censored.indexOf(1)])).toEqual([
      ['RED', -1, 30],
      ['BLUE', 10, -1],
    ]);
    expect(ungrouped.notInAnalysis).toBe(2);
  });

  it('are the same recounted after a change as counted anew', () => {
    const table = tableOf(rows);
    const before = table.columns();
    const row = table.put(2, derived, { 'test.color': 'BLUE', 'test.weight': 70 });
    const after = table.columns();
    const recounted = recount(counted(tableOf(rows)), changeOf(before, after, [row]), 'FR', question(...figures), 'NATIONAL');
    expect(recounted).toEqual(counted(table));
  });

  it('can not be asked for where nothing is declared, nor by the hub', () => {
    const table = new CaseTable();
    table.put(0, derived);
    expect(() => counted(table)).toThrow('no extension declares test.color');
    for (const figure of figures) expect(readQuestion(JSON.stringify(question(figure)), LAYOUT_VERSION).kind).toBe('invalid');
  });
});
