import type { DataSource } from 'typeorm';
import { migrate, openDatabase } from '../database';
import type { CohortMemory, RememberedCohort } from '../disclosure';
import { cohortIdentity } from '../statistics';
import { createTestDatabase, type TestDatabase } from '../testing';
import { AnsweredCohortEntity } from './answered-cohort-entity';
import { CohortMemories } from './cohort-memories';
import { cohortMemoryMigrations } from './cohort-memory-migrations';
import { DisclosureLog } from './disclosure-log';
import { DisclosureLogEntity } from './disclosure-log-entity';

const DAY_MS = 24 * 60 * 60 * 1000;
const anna = { subject: 'anna', role: 'LEAD' };

/** A cohort of its own for each age. */
const cohort = (age: number, size = 100) => ({
  ...cohortIdentity({ registry: 'ALL', ageAtDiagnosis: { min: age } }, ['AT', 'DE', 'FR']),
  size,
  refusing: [],
});
const agesOf = (cohorts: readonly RememberedCohort[]): readonly unknown[] => cohorts.map(({ filter }) => filter.ageAtDiagnosis?.min);

describe('the memory of answered cohorts', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-21T12:00:00Z');
    database = await createTestDatabase();
    dataSource = await openDatabase({
      url: database.url,
      poolSize: 6,
      logger: { warn: () => undefined },
      entities: [AnsweredCohortEntity, DisclosureLogEntity],
      migrations: [...cohortMemoryMigrations],
    });
    await migrate(dataSource);
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** The memories of another process. */
  const memories = (cohorts = 50, days = 365): CohortMemories => new CohortMemories(dataSource, { cohorts, days }, () => now);
  const noteAll = async (memory: CohortMemory, ...ages: readonly number[]): Promise<void> => {
    for (const age of ages) expect(await memory.note(cohort(age), await memory.recall())).toEqual([]);
  };

  it('is the same by its migration as its entities describe it', async () => {
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });

  it('gives back what was noted, each cohort once, of each person apart', async () => {
    const memory = memories().of(anna);
    await noteAll(memory, 30, 40, 30);
    expect(await memory.recall()).toMatchObject([cohort(30), cohort(40)]);
    expect(
      await memories()
        .of({ ...anna, subject: 'bert' })
        .recall(),
    ).toEqual([]);
  });

  it('is shared by processes, each of which reads what the others noted since', async () => {
    const [one, other] = [memories().of(anna), memories().of(anna)];
    await noteAll(one, 30);
    expect(agesOf(await other.recall())).toEqual([30]);
    await noteAll(one, 40);
    expect(agesOf(await other.recall())).toEqual([30, 40]);
  });

  it('notes nothing beside what it was not compared with, and says what that is', async () => {
    const [one, other] = [memories().of(anna), memories().of(anna)];
    const known = await one.recall();
    await noteAll(other, 30);
    const news = await one.note(cohort(40), known);
    expect(agesOf(news)).toEqual([30]);
    expect(await one.note(cohort(40), [...known, ...news])).toEqual([]);
    expect(agesOf(await other.recall())).toEqual([30, 40]);
  });

  it('lets one of many at once be first, whichever processes they come through', async () => {
    const processes = Array.from({ length: 5 }, () => memories().of(anna));
    const outcomes = await Promise.all(processes.map((memory, index) => memory.note(cohort(30 + index), [])));
    expect(outcomes.filter((news) => news.length === 0)).toHaveLength(1);
    expect(await memories().of(anna).recall()).toHaveLength(1);
  });

  it('keeps the latest, as many as it may, in the database and in memory', async () => {
    const memory = memories(10).of(anna);
    await noteAll(memory, ...Array.from({ length: 13 }, (_, index) => 30 + index));
    const latest = Array.from({ length: 10 }, (_, index) => 33 + index);
    expect(agesOf(await memory.recall())).toEqual(latest);
    expect(agesOf(await memories(10).of(anna).recall())).toEqual(latest);
    expect(await dataSource.query('SELECT count(*)::int AS n FROM answered_cohorts')).toEqual([{ n: 10 }]);
  });

  it('forgets what was not answered for long, and what is answered again it keeps', async () => {
    const memory = memories(50, 30).of(anna);
    await noteAll(memory, 30, 40);
    now = new Date(now.getTime() + 20 * DAY_MS);
    await noteAll(memory, 40);
    now = new Date(now.getTime() + 20 * DAY_MS);
    expect(agesOf(await memory.recall())).toEqual([40]);
    await noteAll(memory, 30);
    expect(agesOf(await memories().of(anna).recall())).toEqual([40, 30]);
  });

  it('forgets no cohort of a freeze, and compares with the latest of them', async () => {
    const frozen = (label: string) => ({ ...cohort(30), filter: { ...cohort(30).filter, freeze: label }, flaggedThreshold: 5 });
    const memory = memories(3, 30).of(anna);
    for (const label of ['a', 'b', 'c', 'd']) expect(await memory.note(frozen(label), await memory.recall())).toEqual([]);
    await noteAll(memory, 40);
    now = new Date(now.getTime() + 400 * DAY_MS);
    expect((await memories(3, 30).of(anna).recall()).map(({ filter }) => filter.freeze)).toEqual(['b', 'c', 'd']);
    expect((await memory.recall()).every(({ filter }) => filter.freeze !== undefined)).toBe(true);
    expect(await memories(3, 30).of(anna).firstAnswered(frozen('a'))).toMatchObject(frozen('a'));
    expect(await memory.firstAnswered(frozen('e'))).toBeUndefined();
  });

  it('keeps the latest size of a cohort, and its place among the others', async () => {
    const memory = memories().of(anna);
    await noteAll(memory, 30, 40);
    await memory.note({ ...cohort(30, 120), refusing: ['AT'] }, await memory.recall());
    expect(await memory.recall()).toMatchObject([{ ...cohort(30, 120), refusing: ['AT'] }, cohort(40)]);
  });

  it('writes nothing when a cohort is answered again as it was', async () => {
    const memory = memories().of(anna);
    await noteAll(memory, 30);
    const versions = (): Promise<unknown> => dataSource.query('SELECT xmin, ctid FROM answered_cohorts');
    const before = await versions();
    await noteAll(memory, 30, 30);
    expect(await versions()).toEqual(before);
  });

  describe('and its log', () => {
    const close = (askedAge: number, countries = ['AT', 'DE', 'FR'], decision: 'FLAGGED' | 'REFUSED' = 'FLAGGED') => ({
      asked: cohortIdentity({ registry: 'ALL', ageAtDiagnosis: { min: askedAge } }, countries),
      earlier: { ...cohort(30), key: '', number: 1, answeredAt: now },
      decision,
      threshold: 5,
    });

    it('has an entry a day for the same two cohorts', async () => {
      const log = new DisclosureLog(dataSource, 'AT');
      await memories()
        .of(anna)
        .log([close(31)]);
      await memories()
        .of(anna)
        .log([close(31), close(32)]);
      expect(await log.count()).toBe(2);
      now = new Date(now.getTime() + DAY_MS);
      const memory = memories().of(anna);
      await memory.log([close(31)]);
      await memory.log([close(31)]);
      expect(await log.count()).toBe(3);
    });

    it('is read by a country in either cohort, newest first and in pages, with filters in words', async () => {
      await memories()
        .of(anna)
        .log([close(31), close(32, ['IL'], 'REFUSED')]);
      const of = (country: string) => new DisclosureLog(dataSource, country);
      expect(await of('ES').entries(10)).toEqual([]);
      expect((await of('IL').entries(10)).map(({ decision }) => decision)).toEqual(['REFUSED']);
      const entries = await of('AT').entries(10);
      expect(entries).toMatchObject([
        { decision: 'REFUSED', asked: { filter: 'ALL; age at diagnosis 32 or more', countries: ['IL'] } },
        {
          at: now,
          subject: 'anna',
          role: 'LEAD',
          decision: 'FLAGGED',
          threshold: 5,
          asked: { filter: 'ALL; age at diagnosis 31 or more', countries: ['AT', 'DE', 'FR'] },
          earlier: { filter: 'ALL; age at diagnosis 30 or more', countries: ['AT', 'DE', 'FR'] },
        },
      ]);
      expect(await of('AT').entries(1)).toEqual(entries.slice(0, 1));
      expect(await of('AT').entries(10, entries[0]?.number)).toEqual(entries.slice(1));
    });
  });
});
