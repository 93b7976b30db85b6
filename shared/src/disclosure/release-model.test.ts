import type { Covariate, Model, ModelDesign } from '../statistics';
import { valueOrNull } from './release-count';
import { checkModel, claimModel, fewEventsNote, releaseModelCounts } from './release-model';
import { loadSuppressionSolver, ReleaseLedger } from './suppression';

const K = 5;
const model: Model<Covariate> = { family: 'COX', endpoint: 'OVERALL', from: 'IMATINIB_START', covariates: [{ measure: 'SOKAL' }] };
const level = (value: string, patients: number) => ({ variable: 'SEX' as const, value, inCohort: patients, patients, events: 1 });
const design = (changes: Partial<ModelDesign>): ModelDesign => ({ inCohort: 100, patients: 90, events: 30, levels: [], ...changes });

describe('disclosure control of models', () => {
  it.each<[string, Partial<ModelDesign>, RegExp]>([
    ['a model of few', { patients: 4 }, /at least 5 patients/],
    ['a value that few have', { levels: [level('F', 40), level('OTHER', 4)] }, /SEX=OTHER/],
  ])('refuses %s', (_what, changes, message) => {
    expect(() => checkModel(design(changes), K)).toThrow(message);
    expect(() => checkModel(design(changes), 1)).not.toThrow();
  });

  it.each<[string, Partial<ModelDesign>]>([
    ['of k', { patients: 5 }],
    ['of nobody', { patients: 0 }],
    ['with a value that nobody has', { levels: [level('F', 40), level('OTHER', 0)] }],
  ])('lets a model pass %s', (_what, changes) => {
    expect(() => checkModel(design(changes), K)).not.toThrow();
  });

  it.each<[string, Partial<ModelDesign>, readonly (number | null)[]]>([
    ['enough of all', {}, [90, 30, 10]],
    ['few who are not in it', { patients: 97 }, [null, 30, null]],
    ['all who are in it', { patients: 100 }, [100, 30, 0]],
    ['few events', { events: 4 }, [90, null, 10]],
    ['few without the event', { events: 87 }, [90, null, 10]],
  ])('of counts with %s releases what tells of no few', async (_what, changes, expected) => {
    const hidden = new ReleaseLedger(await loadSuppressionSolver()).admit([claimModel(model, design(changes))], K);
    const { n, events, excludedForMissing } = releaseModelCounts(model, design(changes), hidden);
    expect([n, events, excludedForMissing].map(valueOrNull)).toEqual(expected);
  });

  it('advises ten events for each degree of freedom', () => {
    expect(fewEventsNote(design({ events: 30 }), 3)).toBeUndefined();
    expect(fewEventsNote(design({ events: 29 }), 3)).toMatch(/fewer than 10 events/);
  });
});
