import { deriveCase } from '../../clinical';
import type { DerivedCase, ElnResponse } from '../../domain';
import { caseFacts, columnsOf } from '../../testing';
import { answerQuestion, NO_COUNTS } from '../partials';
import { LAYOUT_VERSION } from '../question';
import { milestoneFigures } from './milestone-figures';

const patient = (month6?: ElnResponse): DerivedCase => ({
  ...deriveCase(caseFacts()),
  milestoneResponses: { ELN_2006: month6 ? { 6: month6 } : {}, ELN_2020: { 6: 'OPTIMAL' } },
});

test('milestones count the classes of those who reached them and could be evaluated', () => {
  const patients = [patient('FAILURE'), patient('OPTIMAL'), patient('FAILURE'), patient('NOT_EVALUABLE'), patient()];
  const question = {
    layoutVersion: LAYOUT_VERSION,
    filter: { registry: 'ALL' as const },
    countries: ['FR'],
    figures: [{ kind: 'milestones' as const, edition: 'ELN_2006' as const }],
  };
  const [counts] = answerQuestion(columnsOf(patients), 'FR', question, 'EUROPEAN');
  const figures = milestoneFigures(counts ?? NO_COUNTS);
  expect(figures.map(({ month, classes }) => [month, classes.total])).toEqual([
    [3, 0],
    [6, 3],
    [12, 0],
    [18, 0],
    [24, 0],
  ]);
  expect(figures[1]?.classes).toMatchObject({ values: ['OPTIMAL', 'FAILURE'], cells: [[1], [2]], unknown: [2] });
});
