import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '@registry-hub/shared/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '../../storage';

/** A migrated database that belongs, as in a running hub, to an ordinary role. */
export interface AuditDatabase {
  /** Connected as the service is: owner of the tables, no superuser. */
  readonly service: DataSource;
  /** Connected as a superuser, who can do whatever PostgreSQL lets anybody do. */
  readonly administrator: Client;
  close(): Promise<void>;
}

export async function openAuditDatabase(): Promise<AuditDatabase> {
  const database = await createTestDatabase();
  const role = `service_${randomBytes(8).toString('hex')}`;
  const administrator = new Client({ connectionString: database.url });
  await administrator.connect();
  await administrator.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER PASSWORD 'service'`);
  await administrator.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${role}`);
  const service = await createDataSource({ url: asRole(database.url, role), poolSize: 4, logger: { warn: () => undefined } });
  await migrate(service);
  return {
    service,
    administrator,
    close: async () => {
      await service.destroy();
      await administrator.end();
      await database.drop();
      await dropRole(database.url, role);
    },
  };
}

function asRole(url: string, role: string): string {
  const own = new URL(url);
  own.username = role;
  own.password = 'service';
  return own.href;
}

async function dropRole(url: string, role: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(`DROP ROLE ${role}`);
  await client.end();
}
