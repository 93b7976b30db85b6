import fc from 'fast-check';
import type { DisclosureSettings } from '../../domain';
import type { CohortFilter, FigureQuestion } from '../../statistics';
import { FewPatientsPool, RememberedCohorts } from '../../testing';
import { europeanPolicy } from '../policy';
import type { ReleaseRules } from '../release-rules';
import { CohortGuard } from './cohort-guard';

const SIZE: FigureQuestion = { kind: 'size' };
const EVERYBODY: CohortFilter = { registry: 'ALL' };
const WITHOUT_AUSTRIA: CohortFilter = { registry: 'ALL', countries: ['DE', 'FR'] };

/** 4 Austrians, aged 30 to 33; 30 Germans and 20 French, aged 40 on. */
function countries(): FewPatientsPool {
  const aged = (patients: number, from: number): number[] => Array.from({ length: patients }, (_, index) => from + index);
  return new FewPatientsPool({ AT: aged(4, 30), DE: aged(30, 40), FR: aged(20, 40) });
}

function rulesFor(memory: RememberedCohorts, role: 'LEAD' | 'DASHBOARD' = 'LEAD'): ReleaseRules {
  return {
    policy: (settings) => europeanPolicy(role, settings),
    checkCoverage: () => undefined,
    differencing: {
      memory,
      refuses: (settings: readonly DisclosureSettings[]) => role === 'DASHBOARD' || settings.some((one) => one.differencingRefused),
    },
  };
}

/** Asks for a cohort's size as one operation. @returns what becomes of it */
async function ask(pool: FewPatientsPool, rules: ReleaseRules, filter: CohortFilter): Promise<'ANSWERED' | 'FLAGGED' | string> {
  const guard = new CohortGuard(filter, pool, rules, () => rules.differencing?.memory.recall() ?? Promise.resolve([]));
  await guard.ask([SIZE]);
  const close = await guard.close();
  return guard.admit().then(
    () => (close.length > 0 ? 'FLAGGED' : 'ANSWERED'),
    (error: { code: string }) => error.code,
  );
}

describe('the guard of cohorts', () => {
  it('costs the countries no request of its own', async () => {
    const pool = countries();
    const rules = rulesFor(new RememberedCohorts());
    await ask(pool, rules, EVERYBODY);
    await ask(pool, rules, { ...EVERYBODY, ageAtDiagnosis: { min: 50 } });
    expect(pool.questions).toHaveLength(2);
  });

  it.each([
    ['LEAD', 'FLAGGED'],
    ['DASHBOARD', 'DISCLOSURE_REFUSED'],
  ] as const)('finds what differs by few, in both orders, and what is done about it follows from the role: %s', async (role, outcome) => {
    for (const [first, second] of [
      [EVERYBODY, WITHOUT_AUSTRIA],
      [WITHOUT_AUSTRIA, EVERYBODY],
      [EVERYBODY, { ...EVERYBODY, ageAtDiagnosis: { min: 31 } }],
    ] as const) {
      const memory = new RememberedCohorts();
      const rules = rulesFor(memory, role);
      expect([await ask(countries(), rules, first), await ask(countries(), rules, second)]).toEqual(['ANSWERED', outcome]);
      expect(memory.cohorts).toHaveLength(role === 'LEAD' ? 2 : 1);
      expect(memory.logged.map(({ decision }) => decision)).toEqual([role === 'LEAD' ? 'FLAGGED' : 'REFUSED']);
    }
  });

  it('holds for any two cohorts: the later one passes only when the two differ by nobody, by k, or when it tells nothing', async () => {
    const range = fc.record({ min: fc.integer({ min: 28, max: 50 }), max: fc.integer({ min: 45, max: 72 }) });
    await fc.assert(
      fc.asyncProperty(range, range, async (one, other) => {
        const pool = countries();
        const of = (ages: typeof one): ReadonlySet<string> =>
          new Set(
            Object.entries(pool.ages).flatMap(([country, list]) =>
              list.flatMap((age, index) => (age >= ages.min && age <= ages.max ? [`${country}${index}`] : [])),
            ),
          );
        const [a, b] = [of(one), of(other)];
        const differing = [...a].filter((patient) => !b.has(patient)).length + [...b].filter((patient) => !a.has(patient)).length;
        const rules = rulesFor(new RememberedCohorts(), 'DASHBOARD');
        await ask(pool, rules, { registry: 'ALL', ageAtDiagnosis: one });
        const outcome = await ask(pool, rules, { registry: 'ALL', ageAtDiagnosis: other });
        const mayPass = differing === 0 || differing >= 10 || a.size < 10 || b.size < 10;
        expect(outcome).toBe(mayPass ? 'ANSWERED' : 'DISCLOSURE_REFUSED');
      }),
    );
  });

  it('takes a country’s word for all whose patients are in either cohort, its own figures asked for or not', async () => {
    const pool = countries();
    pool.settings.set('AT', { differencingRefused: true });
    const memory = new RememberedCohorts();
    const rules = rulesFor(memory);
    expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, WITHOUT_AUSTRIA)]).toEqual(['ANSWERED', 'DISCLOSURE_REFUSED']);
    const elsewhere: CohortFilter = { registry: 'ALL', countries: ['DE', 'FR'], ageAtDiagnosis: { min: 41 } };
    const others = rulesFor(new RememberedCohorts());
    expect([await ask(pool, others, WITHOUT_AUSTRIA), await ask(pool, others, elsewhere)]).toEqual(['ANSWERED', 'FLAGGED']);
  });

  it('knows a cohort without a country that does not answer for another one, and goes by what the country said before', async () => {
    for (const refusing of [false, true]) {
      const pool = countries();
      pool.settings.set('AT', { differencingRefused: refusing });
      const rules = rulesFor(new RememberedCohorts());
      expect(await ask(pool, rules, EVERYBODY)).toBe('ANSWERED');
      pool.silent.add('AT');
      expect(await ask(pool, rules, EVERYBODY)).toBe(refusing ? 'DISCLOSURE_REFUSED' : 'FLAGGED');
      pool.silent.clear();
      expect(await ask(pool, rules, EVERYBODY)).toBe('ANSWERED');
    }
  });

  it('finds the other order too: first without the country that did not answer, then with it', async () => {
    const pool = countries();
    pool.silent.add('AT');
    const rules = rulesFor(new RememberedCohorts(), 'DASHBOARD');
    expect(await ask(pool, rules, EVERYBODY)).toBe('ANSWERED');
    pool.silent.clear();
    expect(await ask(pool, rules, EVERYBODY)).toBe('DISCLOSURE_REFUSED');
  });

  it('goes on answering the earlier of two cohorts that new data bring close', async () => {
    const pool = countries();
    const rules = rulesFor(new RememberedCohorts(), 'DASHBOARD');
    const older: CohortFilter = { registry: 'ALL', ageAtDiagnosis: { min: 50 } };
    expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, older)]).toEqual(['ANSWERED', 'ANSWERED']);
    for (const [country, ages] of Object.entries(pool.ages)) pool.ages[country] = ages.map((age) => age + 18);
    expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, older)]).toEqual(['ANSWERED', 'DISCLOSURE_REFUSED']);
  });

  describe('of patients of a freeze', () => {
    const FROZEN: CohortFilter = { registry: 'ALL', freeze: 'published' };
    /** As it is now, and as it was frozen. */
    const frozenPool = (): FewPatientsPool => {
      const pool = countries();
      pool.frozen.set('published', structuredClone(pool.ages));
      return pool;
    };
    const enter = (pool: FewPatientsPool, patients: number): void => {
      pool.ages['DE']?.push(...Array.from({ length: patients }, () => 60));
    };

    it.each(['LEAD', 'DASHBOARD'] as const)(
      'is answered again whatever the registry has become; that is what differs: %s',
      async (role) => {
        const pool = frozenPool();
        const rules = rulesFor(new RememberedCohorts(), role);
        expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, FROZEN)]).toEqual(['ANSWERED', 'ANSWERED']);
        enter(pool, 2);
        const outcome = role === 'LEAD' ? 'FLAGGED' : 'DISCLOSURE_REFUSED';
        expect([await ask(pool, rules, FROZEN), await ask(pool, rules, EVERYBODY)]).toEqual(['ANSWERED', outcome]);
        enter(pool, 10);
        expect([await ask(pool, rules, FROZEN), await ask(pool, rules, EVERYBODY)]).toEqual(['ANSWERED', 'ANSWERED']);
      },
    );

    it('is compared when it is first asked for, and what comes of that stays', async () => {
      const pool = frozenPool();
      const memory = new RememberedCohorts();
      enter(pool, 2);
      expect([await ask(pool, rulesFor(memory), EVERYBODY), await ask(pool, rulesFor(memory), FROZEN)]).toEqual(['ANSWERED', 'FLAGGED']);
      enter(pool, 10);
      expect(await ask(pool, rulesFor(memory), FROZEN)).toBe('FLAGGED');
      expect(memory.logged).toHaveLength(1);
      pool.settings.set('AT', { differencingRefused: true });
      expect(await ask(pool, rulesFor(memory), FROZEN)).toBe('DISCLOSURE_REFUSED');
    });

    it('is refused to a DASHBOARD who was answered about nearly the same registry', async () => {
      const pool = frozenPool();
      const rules = rulesFor(new RememberedCohorts(), 'DASHBOARD');
      enter(pool, 2);
      expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, FROZEN)]).toEqual(['ANSWERED', 'DISCLOSURE_REFUSED']);
    });
  });

  it('lets only one of two close cohorts through that are asked for at once, comparing the later one once more', async () => {
    const pool = countries();
    const rules = rulesFor(new RememberedCohorts(), 'DASHBOARD');
    const outcomes = await Promise.all([EVERYBODY, WITHOUT_AUSTRIA, EVERYBODY].map((filter) => ask(pool, rules, filter)));
    expect(outcomes.toSorted()).toEqual(['ANSWERED', 'ANSWERED', 'DISCLOSURE_REFUSED']);
    expect(pool.questions.at(-1)?.figures).toEqual([expect.objectContaining({ kind: 'differences' })]);
  });

  it('is a conflict when other countries answer in the middle', async () => {
    const pool = countries();
    const rules = rulesFor(new RememberedCohorts());
    const guard = new CohortGuard(EVERYBODY, pool, rules, () => Promise.resolve([]));
    await guard.ask([SIZE]);
    pool.silent.add('AT');
    await expect(guard.ask([SIZE])).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('neither compares nor remembers for who sees exact figures', async () => {
    const pool = countries();
    const rules = { ...rulesFor(new RememberedCohorts()), differencing: undefined };
    expect([await ask(pool, rules, EVERYBODY), await ask(pool, rules, WITHOUT_AUSTRIA)]).toEqual(['ANSWERED', 'ANSWERED']);
    expect(pool.questions.map(({ figures }) => figures)).toEqual([[SIZE], [SIZE]]);
  });
});
