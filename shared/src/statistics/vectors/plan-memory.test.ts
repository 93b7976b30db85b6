import type { FigureQuestion } from '../question';
import { NO_PLAN, type Plan } from './plan';
import { PlanMemory } from './plan-memory';

const cml = { filter: { registry: 'CML' as const }, countries: ['AT', 'FR', 'IL'] };
const men = { filter: { registry: 'CML' as const, sex: ['M' as const] }, countries: cml.countries };
const ages: FigureQuestion = { kind: 'summary', of: 'AGE_AT_DIAGNOSIS' };
const plan: Plan = [[32, 64, 1]];
const long: Plan = Array.from({ length: 30_000 }, (_, index) => [2 * index, 1, 1]);

describe('the memory of plans', () => {
  it('knows the plan of a figure of a cohort, and takes that of another one where there is none', () => {
    const memory = new PlanMemory();
    expect(memory.recall(ages, cml)).toBe(NO_PLAN);
    memory.remember(ages, cml, plan);
    expect([memory.recall(ages, cml), memory.recall(ages, men)]).toEqual([plan, plan]);
    memory.remember(ages, men, long);
    expect([memory.recall(ages, cml), memory.recall(ages, men)]).toEqual([plan, long]);
  });

  it('takes none that was made for other groups of countries', () => {
    const memory = new PlanMemory();
    memory.remember(ages, cml, plan);
    expect(memory.recall(ages, { ...cml, countries: ['AT', 'FR'] })).toBe(NO_PLAN);
    expect(memory.recall({ ...ages, by: 'COUNTRY' }, cml)).toBe(NO_PLAN);
  });

  it('forgets what has not been asked for longest when there is too much', () => {
    const memory = new PlanMemory();
    memory.remember(ages, cml, plan);
    memory.remember({ kind: 'summary', of: 'ELTS' }, cml, long);
    memory.remember({ kind: 'summary', of: 'SOKAL' }, cml, long);
    expect(memory.recall(ages, cml)).toBe(NO_PLAN);
    expect(memory.recall({ kind: 'summary', of: 'SOKAL' }, cml)).toBe(long);
  });
});
