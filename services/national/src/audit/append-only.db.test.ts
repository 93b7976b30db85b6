import { inTransaction } from '../storage';
import { AuditTrail } from './audit-trail';
import { type AuditDatabase, changeOf, openAuditDatabase } from './testing';

let database: AuditDatabase;
beforeAll(async () => {
  database = await openAuditDatabase();
  await inTransaction(database.service, (manager) => new AuditTrail(manager).append([changeOf('FR-001-0001'), changeOf('FR-001-0002')]));
});
afterAll(() => database.close());

const refused: readonly string[] = [
  "UPDATE audit_entries SET actor = 'nobody'",
  'UPDATE audit_entries SET actor = actor WHERE false',
  'DELETE FROM audit_entries',
  'TRUNCATE audit_entries',
  "UPDATE audit_values SET content = '{}'",
  'DELETE FROM audit_values',
  'TRUNCATE audit_values',
  "UPDATE audit_cases SET patient_code = 'FR-001-0009'",
  'DELETE FROM audit_cases',
  'TRUNCATE audit_cases',
  'DELETE FROM audit_head',
  'TRUNCATE audit_head',
  "INSERT INTO audit_head VALUES (2, 0, '')",
  'UPDATE audit_head SET sequence = 1, hash = (SELECT hash FROM audit_entries WHERE sequence = 1)',
  "UPDATE audit_head SET sequence = 3, hash = repeat('1', 64)",
  'SELECT erase_audited_case((SELECT cases[1] FROM audit_entries WHERE sequence = 1))',
];

describe('the audit trail is append-only', () => {
  it.each(refused)('for the service, who owns it: %s', async (statement) => {
    await expect(database.service.query(statement)).rejects.toThrow(/permission denied|append-only|forward only|no withdrawal/);
  });

  it.each(refused)('for a superuser: %s', async (statement) => {
    await expect(database.administrator.query(statement)).rejects.toThrow(/append-only|forward only|no withdrawal/);
  });

  it.each(refused)('for a superuser whose session passes triggers by: %s', async (statement) => {
    await database.administrator.query('SET session_replication_role = replica');
    await expect(database.administrator.query(statement)).rejects.toThrow(/append-only|forward only|no withdrawal/);
    await database.administrator.query('RESET session_replication_role');
  });

  it('for the service when it takes its privileges back', async () => {
    await database.service.query('GRANT ALL ON audit_entries TO CURRENT_USER');
    await expect(database.service.query('DELETE FROM audit_entries')).rejects.toThrow(/append-only/);
    await database.service.query('REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM CURRENT_USER');
  });

  it('when a temporary table pretends that consent was withdrawn', async () => {
    const forged = `CREATE TEMPORARY TABLE audit_entries ON COMMIT DROP AS
      SELECT sequence, cases, 'WITHDRAW_CONSENT'::text AS action, content_digest FROM public.audit_entries`;
    const erased = inTransaction(database.service, async (manager) => {
      await manager.query(forged);
      await manager.query('DELETE FROM audit_values');
    });
    await expect(erased).rejects.toThrow(/no withdrawal/);
  });

  it('and after all of that still whole', async () => {
    const [counted] = await database.service.query<object[]>(
      'SELECT (SELECT count(*)::int FROM audit_entries) AS entries, (SELECT count(*)::int FROM audit_values) AS values',
    );
    expect(counted).toEqual({ entries: 2, values: 2 });
  });
});
