import { inTransaction } from '../storage';
import { AuditTrail } from './audit-trail';
import { entryHash } from './chain-entry';
import { type AuditDatabase, changeOf, MOMENT, openAuditDatabase, readOf, withdrawalOf } from './testing';
import { type AuditVerification, verifyAuditTrail } from './verify-audit-trail';

let database: AuditDatabase;
beforeAll(async () => {
  database = await openAuditDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.reset();
  const codes = ['FR-001-0001', 'FR-001-0002', 'FR-001-0003', 'FR-001-0004'];
  const drafts = [...codes.map((code) => changeOf(code)), withdrawalOf('FR-001-0001'), readOf(...codes.slice(1)), changeOf('FR-001-0004')];
  await inTransaction(database.service, (manager) => new AuditTrail(manager).append(drafts));
});

const verify = (): Promise<AuditVerification> => verifyAuditTrail(database.service);

const swap = (column: string): string =>
  `UPDATE audit_entries SET ${column} = other.${column} FROM audit_entries other
    WHERE audit_entries.sequence IN (2, 4) AND other.sequence = 6 - audit_entries.sequence`;

describe('verification', () => {
  it('finds a whole trail whole, and tells its head', async () => {
    const [{ hash } = { hash: '' }] = await database.service.query<{ hash: string }[]>('SELECT hash FROM audit_entries WHERE sequence = 7');
    expect(await verify()).toEqual({ valid: true, entries: 7, head: { sequence: 7, hash } });
  });

  it.each<[string, number, 'CHANGED' | 'REMOVED' | 'INSERTED', readonly string[]]>([
    ['another actor', 3, 'CHANGED', [`UPDATE audit_entries SET actor = 'nobody' WHERE sequence = 3`]],
    ['another millisecond', 3, 'CHANGED', [`UPDATE audit_entries SET recorded_at = recorded_at + interval '1 ms' WHERE sequence = 3`]],
    ['one role less', 3, 'CHANGED', [`UPDATE audit_entries SET roles = '{}' WHERE sequence = 3`]],
    ['a read that names one patient less', 6, 'CHANGED', ['UPDATE audit_entries SET cases = cases[2:] WHERE sequence = 6']],
    ['another value', 3, 'CHANGED', [`UPDATE audit_values SET content = replace(content::text, '120', '20')::json WHERE sequence = 3`]],
    ['spaces within values', 3, 'CHANGED', [`UPDATE audit_values SET content = (content::text || ' ')::json WHERE sequence = 3`]],
    ['values that are gone', 3, 'REMOVED', ['DELETE FROM audit_values WHERE sequence = 3']],
    ['values that came back', 1, 'INSERTED', [`INSERT INTO audit_values VALUES (1, 'salt', '{}')`]],
    ['values of no entry', 99, 'INSERTED', [`INSERT INTO audit_values VALUES (99, 'salt', '{}')`]],
    [
      'the code of another patient',
      2,
      'CHANGED',
      [`UPDATE audit_cases SET patient_code = 'FR-001-0009' WHERE patient_code = 'FR-001-0002'`],
    ],
    ['a code that is gone', 2, 'REMOVED', [`DELETE FROM audit_cases WHERE patient_code = 'FR-001-0002'`]],
    ['an entry in the middle removed', 3, 'REMOVED', ['DELETE FROM audit_entries WHERE sequence = 3']],
    ['the first entry removed', 1, 'REMOVED', ['DELETE FROM audit_entries WHERE sequence = 1']],
    ['a tail removed', 6, 'REMOVED', ['DELETE FROM audit_entries WHERE sequence >= 6', 'DELETE FROM audit_values WHERE sequence >= 6']],
    ['all entries removed', 1, 'REMOVED', ['DELETE FROM audit_entries', 'DELETE FROM audit_values']],
    [
      'an entry removed, and the gap closed',
      3,
      'REMOVED',
      [
        'DELETE FROM audit_entries WHERE sequence = 3',
        'DELETE FROM audit_values WHERE sequence = 3',
        'UPDATE audit_entries SET sequence = sequence + 1000 WHERE sequence > 3',
        'UPDATE audit_entries SET sequence = sequence - 1001 WHERE sequence > 1000',
      ],
    ],
    [
      'two entries swapped',
      2,
      'CHANGED',
      ['recorded_at', 'actor', 'roles', 'action', 'cases', 'content_digest', 'previous_hash', 'hash'].map(swap),
    ],
    [
      'the head moved back',
      7,
      'INSERTED',
      ['UPDATE audit_head SET sequence = 6, hash = (SELECT hash FROM audit_entries WHERE sequence = 6)'],
    ],
    ['the head changed', 7, 'CHANGED', [`UPDATE audit_head SET hash = repeat('1', 64)`]],
  ])('finds %s', async (_, sequence, fault, statements) => {
    await database.tamper(...statements);
    expect(await verify()).toMatchObject({ valid: false, sequence, fault });
  });

  it('finds an entry put in at the end, however well it fits', async () => {
    const whole = await verify();
    const previousHash = whole.valid ? whole.head.hash : '';
    const stranger = { recordedAt: MOMENT, actor: 'stranger', roles: [], action: 'RECORD', cases: [] };
    const hash = entryHash({ ...stranger, sequence: 8, previousHash });
    await database.service.query('INSERT INTO audit_entries VALUES (8, $1, $2, $3, $4, $5, NULL, $6, $7)', [
      ...Object.values(stranger),
      previousHash,
      hash,
    ]);
    expect(await verify()).toMatchObject({ valid: false, sequence: 8, fault: 'INSERTED' });
  });

  it('finds a tail that was cut off together with the head, by a head told earlier', async () => {
    const earlier = await verify();
    await database.tamper(
      'DELETE FROM audit_entries WHERE sequence > 5',
      'DELETE FROM audit_values WHERE sequence > 5',
      'UPDATE audit_head SET sequence = 5, hash = (SELECT hash FROM audit_entries WHERE sequence = 5)',
    );
    expect(await verifyAuditTrail(database.service, earlier.valid ? earlier.head : undefined)).toMatchObject({
      valid: false,
      sequence: 6,
      fault: 'REMOVED',
    });
  });

  it('goes through more entries than it holds in memory at one time', async () => {
    const drafts = Array.from({ length: 1100 }, (_, index) => readOf(`FR-001-000${(index % 3) + 2}`));
    await inTransaction(database.service, (manager) => new AuditTrail(manager).append(drafts));
    expect(await verify()).toMatchObject({ valid: true, entries: 1107 });
    await database.tamper(`UPDATE audit_entries SET actor = 'nobody' WHERE sequence = 1000`);
    expect(await verify()).toMatchObject({ valid: false, sequence: 1000, fault: 'CHANGED' });
  });
});
