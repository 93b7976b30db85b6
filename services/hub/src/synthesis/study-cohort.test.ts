import { createHash } from 'node:crypto';
import { checkCase, comparableCase, deriveCase, diseaseEntry, latestNews, registryRules } from '@registry-hub/shared/clinical';
import type { CaseFacts, DerivedCase } from '@registry-hub/shared/domain';
import type { Cohort } from './cohort';
import { inMemoryBundles } from './in-memory-bundles';
import { imatinibStudyCohort } from './study-cohort';

const factsOf = (cohort: Cohort): readonly CaseFacts[] =>
  cohort.flatMap(({ cases }) => [...cases].map((records): CaseFacts => ({ ...records, recordStatus: 'NOTIFIED', ehdsOptOut: false })));

const digestOf = (cohort: Cohort): string =>
  createHash('sha256')
    .update(JSON.stringify(inMemoryBundles(cohort)))
    .digest('hex');

const responses = (cases: readonly DerivedCase[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { bestResponse = 'NOT_DOCUMENTED' } of cases) counts[bestResponse] = (counts[bestResponse] ?? 0) + 1;
  return counts;
};

describe.each([['of the default seed', undefined] as const, ['of another seed', 7] as const])('imatinibStudyCohort %s', (_name, seed) => {
  const cohort = imatinibStudyCohort(seed);
  const facts = factsOf(cohort);
  const derived = facts.map(deriveCase);
  const groupOf = ({ disease = '' }: DerivedCase): string | undefined => diseaseEntry(disease)?.group;

  it('has 186 patients with 40 catalogued malignancies, none of them CML', () => {
    expect(derived).toHaveLength(186);
    expect(new Set(derived.map(({ disease }) => disease)).size).toBe(40);
    expect(derived.filter((one) => one.cml || groupOf(one) === undefined)).toEqual([]);
  });

  it('has the published responses of either group', () => {
    expect(responses(derived.filter((one) => groupOf(one) === 'SOLID'))).toEqual({ CR: 4, PR: 9, SD: 46, PD: 73, NE: 14 });
    expect(responses(derived.filter((one) => groupOf(one) === 'HEMATOLOGIC'))).toEqual({ CR: 8, PR: 3, SD: 12, PD: 11, NE: 6 });
  });

  it('has 106 screened, five mutations of KIT, none of the receptors, and D816T in a mastocytosis that responded', () => {
    const screened = derived.filter(({ mutations }) => mutations.length > 0);
    const found = screened.flatMap((one) =>
      one.mutations.filter((variant) => !variant.endsWith('NONE')).map((variant) => ({ variant, one })),
    );
    expect(screened).toHaveLength(106);
    expect(screened.filter(({ mutations }) => mutations.includes('KIT NONE'))).toHaveLength(101);
    expect(screened.filter(({ mutations }) => mutations.includes('PDGFRA NONE') && mutations.includes('PDGFRB NONE'))).toHaveLength(106);
    expect(found.map(({ variant }) => variant).toSorted()).toEqual(['KIT D816H', 'KIT D816T', 'KIT D816V', 'KIT D816V', 'KIT L576P']);
    expect(found.find(({ variant }) => variant === 'KIT D816T')?.one).toMatchObject({ disease: '9741/3', bestResponse: 'PR' });
  });

  it('treated everybody from 15 years on, with 400 mg or 800 mg a day', () => {
    expect(derived.filter(({ ageAtImatinibStart = 0 }) => ageAtImatinibStart < 15)).toEqual([]);
    const doses = facts.map(({ diagnosis, doses: given }) => [diseaseEntry(diagnosis?.disease ?? '')?.group, given[0]?.mgPerDay].join(' '));
    expect(new Set(doses)).toEqual(new Set(['SOLID 800', 'HEMATOLOGIC 400']));
  });

  it('is worth no question, least of all one about leukaemia', () => {
    const dataCutoff = latestNews(derived) ?? '2006-07-14';
    const found = facts.flatMap((one) => {
      const { refusing, queries } = checkCase(one, { today: '2006-12-31', dataCutoff, derived: deriveCase(one) });
      return [...refusing, ...queries];
    });
    expect(found).toEqual([]);
    expect(registryRules.flatMap(({ check }) => check(facts.map(comparableCase)))).toEqual([]);
  });

  it('derives nothing of leukaemia', () => {
    expect(
      derived.filter(
        ({ eligible, scores, milestoneResponses }) => eligible || Object.keys({ ...scores, ...milestoneResponses }).length > 0,
      ),
    ).toEqual([]);
  });
});

describe('imatinibStudyCohort', () => {
  it('is the same of the same seed, and another of another', () => {
    expect(digestOf(imatinibStudyCohort(3))).toBe(digestOf(imatinibStudyCohort(3)));
    expect(digestOf(imatinibStudyCohort(3))).not.toBe(digestOf(imatinibStudyCohort(4)));
  });

  it('spreads over all nine countries', () => {
    expect(
      imatinibStudyCohort()
        .map(({ cases }) => [...cases].length)
        .toSorted((a, b) => a - b),
    ).toEqual([20, 20, 20, 21, 21, 21, 21, 21, 21]);
  });
});
