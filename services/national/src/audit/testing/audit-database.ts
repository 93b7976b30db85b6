import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '@registry-hub/shared/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '../../storage';

/** As the migration set them. */
const ENABLE_TRIGGERS = `
  DO $$ DECLARE found record;
  BEGIN
    FOR found IN SELECT tgrelid::regclass AS relation, tgname FROM pg_trigger WHERE NOT tgisinternal LOOP
      EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', found.relation, found.tgname);
    END LOOP;
  END $$`;

/** A migrated database that belongs, as in a running hub, to an ordinary role. */
export interface AuditDatabase {
  /** Connected as the service is: owner of the tables, no superuser. */
  readonly service: DataSource;
  /** Connected as a superuser, who can do whatever PostgreSQL lets anybody do. */
  readonly administrator: Client;
  /** Does what an administrator can do who disables the triggers for a while. */
  tamper(...statements: readonly string[]): Promise<void>;
  /** Makes the trail empty again. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const TABLES = ['audit_entries', 'audit_values', 'audit_cases', 'audit_head'];

export async function openAuditDatabase(): Promise<AuditDatabase> {
  const database = await createTestDatabase();
  const role = `service_${randomBytes(8).toString('hex')}`;
  const administrator = new Client({ connectionString: database.url });
  await administrator.connect();
  await administrator.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER PASSWORD 'service'`);
  await administrator.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${role}`);
  const service = await createDataSource({ url: asRole(database.url, role), poolSize: 4, logger: { warn: () => undefined } });
  await migrate(service);
  const tamper = async (...statements: readonly string[]): Promise<void> => {
    for (const table of TABLES) await administrator.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const statement of statements) await administrator.query(statement);
    await administrator.query(ENABLE_TRIGGERS);
  };
  return {
    service,
    administrator,
    tamper,
    reset: () => tamper('TRUNCATE audit_entries, audit_values, audit_cases', `UPDATE audit_head SET sequence = 0, hash = repeat('0', 64)`),
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
