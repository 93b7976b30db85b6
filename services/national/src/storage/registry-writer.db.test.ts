import { migrate } from '@registry-hub/shared/database';
import { createTestDatabase, type TestDatabase } from '@registry-hub/shared/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';
import { RegistryStateStore } from './registry-state-store';
import { RegistryWriter } from './registry-writer';

describe('writers of one process', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 2, logger: { warn: () => undefined } });
    await migrate(dataSource);
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const raise = (writer: RegistryWriter): Promise<number> => writer.write((manager) => new RegistryStateStore(manager).raiseRevision());

  it('take their turns in the order in which they came', async () => {
    const writer = new RegistryWriter(dataSource);
    expect(await Promise.all(Array.from({ length: 6 }, () => raise(writer)))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('wait without a connection, so that readers have theirs', async () => {
    const writer = new RegistryWriter(dataSource);
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const long = writer.write(() => finished);
    const waiting = Array.from({ length: 5 }, () => raise(writer));
    expect(await dataSource.query('SELECT revision FROM registry_state')).toEqual([{ revision: 0 }]);
    finish();
    await long;
    expect(await Promise.all(waiting)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are not held up by one that failed', async () => {
    const writer = new RegistryWriter(dataSource);
    const failing = writer.write(() => Promise.reject(new Error('in the middle')));
    const next = raise(writer);
    await expect(failing).rejects.toThrow('in the middle');
    expect(await next).toBe(1);
  });
});
