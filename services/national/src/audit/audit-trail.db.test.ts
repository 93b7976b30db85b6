import fc from 'fast-check';
import { inTransaction } from '../storage';
import type { AuditDraft } from './audit-draft';
import { AuditHistory } from './audit-history';
import { AuditTrail } from './audit-trail';
import { createReadRecorder } from './create-read-recorder';
import { statusChange } from './diff-cases';
import { type AuditDatabase, CENTER, COORDINATOR, changeOf, MOMENT, openAuditDatabase, readOf, withdrawalOf } from './testing';
import { verifyAuditTrail } from './verify-audit-trail';

const ONE = 'FR-001-0001';
const OTHER = 'FR-001-0002';

let database: AuditDatabase;
let history: AuditHistory;
beforeAll(async () => {
  database = await openAuditDatabase();
  history = new AuditHistory(database.service.manager);
});
beforeEach(() => database.reset());
afterAll(() => database.close());

const append = (...drafts: readonly AuditDraft[]): Promise<void> =>
  inTransaction(database.service, (manager) => new AuditTrail(manager).append(drafts));
const actionsOf = async (code?: string): Promise<string[]> => (await history.page(code, { first: 100 })).items.map(({ action }) => action);

describe('what is appended', () => {
  it('is told with who, what, when and why', async () => {
    await append(changeOf(ONE, { reason: 'typing error' }));
    const { items } = await history.page(undefined, { first: 10 });
    expect(items).toEqual([
      {
        sequence: 1,
        recordedAt: MOMENT,
        actor: CENTER.subject,
        roles: CENTER.roles,
        action: 'CORRECT',
        patientCodes: [ONE],
        erasedPatients: 0,
        records: [{ kind: 'diagnosis', key: [ONE], before: { wbc: 120 }, after: { wbc: 12 } }],
        reason: 'typing error',
        previousHash: '0'.repeat(64),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it('is gone with the transaction that is taken back', async () => {
    const failing = inTransaction(database.service, async (manager) => {
      await new AuditTrail(manager).append([changeOf(ONE)]);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await append(changeOf(OTHER));
    expect((await history.page(undefined, { first: 10 })).items).toMatchObject([{ sequence: 1, patientCodes: [OTHER] }]);
  });

  it('makes one chain without a gap, whoever appends at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => append(changeOf(ONE), changeOf(OTHER), readOf(ONE))));
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 24 });
  });

  it('may be long: entries and cases are written many at once', async () => {
    const drafts = Array.from({ length: 1201 }, (_, index) => changeOf(`FR-001-${String(index % 700).padStart(4, '0')}`));
    await append(...drafts);
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 1201 });
    expect(await history.count('FR-001-0699')).toBe(1);
    expect(await history.count(ONE)).toBe(2);
  });

  it('may be nothing', async () => {
    await append();
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 0, head: { sequence: 0 } });
  });

  it('comes back as it was, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), async (value, reason) => {
        const records = [{ kind: 'diagnosis', key: [ONE], before: { karyotype: value }, after: {} }] as const;
        await append(changeOf(ONE, { records, reason }));
        expect((await history.page(ONE, { first: 1 })).items).toMatchObject([{ records, reason }]);
      }),
      { numRuns: 30 },
    );
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true });
  });
});

describe('the trail is read', () => {
  beforeEach(() =>
    append(
      changeOf(ONE, { records: [{ kind: 'diagnosis', key: [ONE], after: { wbc: 120 } }], action: 'RECORD' }),
      { by: COORDINATOR, at: MOMENT, action: 'SETTINGS', records: [{ kind: 'setting', key: ['strict'], after: { value: true } }] },
      readOf(ONE, OTHER),
      changeOf(OTHER),
      changeOf(ONE),
      { by: COORDINATOR, at: MOMENT, action: 'STATUS_CHANGE', patientCode: ONE, records: [statusChange(ONE, 'NOTIFIED', 'IN_REVIEW')] },
    ),
  );

  it('newest first', async () => {
    expect(await actionsOf()).toEqual(['STATUS_CHANGE', 'CORRECT', 'CORRECT', 'READ_PATIENTS', 'SETTINGS', 'RECORD']);
    expect(await history.count(undefined)).toBe(6);
  });

  it('for one patient, reads included', async () => {
    expect(await actionsOf(ONE)).toEqual(['STATUS_CHANGE', 'CORRECT', 'READ_PATIENTS', 'RECORD']);
    expect(await history.count(ONE)).toBe(4);
  });

  it('for a patient nobody knows: nothing', async () => {
    expect(await actionsOf('FR-001-9999')).toEqual([]);
    expect(await history.count('FR-001-9999')).toBe(0);
  });

  it('page by page', async () => {
    const first = await history.page(ONE, { first: 2 });
    expect(first).toMatchObject({ items: [{ sequence: 6 }, { sequence: 5 }], hasNextPage: true });
    expect(await history.page(ONE, { first: 2, after: '5' })).toMatchObject({
      items: [{ sequence: 3 }, { sequence: 1 }],
      hasNextPage: false,
    });
  });

  it('as the history of a patient: every earlier value, with who and when', async () => {
    const { items } = await history.history(ONE, { first: 10 });
    expect(items.map(({ actor, records }) => [actor, records])).toEqual([
      [COORDINATOR.subject, [statusChange(ONE, 'NOTIFIED', 'IN_REVIEW')]],
      [CENTER.subject, [{ kind: 'diagnosis', key: [ONE], before: { wbc: 120 }, after: { wbc: 12 } }]],
      [CENTER.subject, [{ kind: 'diagnosis', key: [ONE], after: { wbc: 120 } }]],
    ]);
  });
});

describe('a withdrawal of consent', () => {
  const secret = { karyotype: '46,XX,t(9;22)(q34;q11)[20]' };
  /** Everything the trail's tables hold, as one text. */
  const everything = async (): Promise<string> => {
    const tables = ['audit_entries', 'audit_values', 'audit_cases', 'audit_head'];
    const rows = await Promise.all(
      tables.map((table) => database.service.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t`)),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .join('\n');
  };

  beforeEach(() =>
    append(
      changeOf(ONE, { records: [{ kind: 'diagnosis', key: [ONE], after: secret }], reason: `said by the mother of ${ONE}` }),
      changeOf(OTHER),
      readOf(OTHER, ONE),
      changeOf(ONE, { records: [{ kind: 'adverseEvent', key: [ONE, 'Rash', '2003-01-10'], after: { grade: 3 } }] }),
    ),
  );

  it('takes every value and the code out of the trail, and the chain still holds', async () => {
    expect(await everything()).toContain(ONE);
    await append(withdrawalOf(ONE));
    const left = await everything();
    for (const gone of [ONE, secret.karyotype, 'Rash', '2003-01-10', 'mother']) expect(left).not.toContain(gone);
    expect(left).toContain(OTHER);
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 5 });
  });

  it('leaves that something was done, by whom and when', async () => {
    await append(withdrawalOf(ONE));
    expect(await actionsOf(ONE)).toEqual([]);
    const { items } = await history.page(undefined, { first: 10 });
    expect(items).toMatchObject([
      { action: 'WITHDRAW_CONSENT', actor: COORDINATOR.subject, patientCodes: [], erasedPatients: 1, records: [] },
      { action: 'CORRECT', actor: CENTER.subject, patientCodes: [], erasedPatients: 1, records: [] },
      { action: 'READ_PATIENTS', patientCodes: [OTHER], erasedPatients: 1 },
      { action: 'CORRECT', patientCodes: [OTHER], erasedPatients: 0 },
      { action: 'CORRECT', patientCodes: [], erasedPatients: 1, records: [] },
    ]);
  });

  it('erases what is appended with it, and a case that the trail did not know before', async () => {
    await append(changeOf('FR-001-0003', { reason: 'on request' }), withdrawalOf('FR-001-0003'), withdrawalOf('FR-001-0004'));
    const left = await everything();
    for (const gone of ['FR-001-0003', 'on request', 'FR-001-0004']) expect(left).not.toContain(gone);
    expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 7 });
  });

  it('can be found by the digest that was told before it', async () => {
    const digest = await new AuditTrail(database.service.manager).caseDigest(ONE);
    await append(withdrawalOf(ONE));
    expect(await new AuditTrail(database.service.manager).caseDigest(ONE)).toBeUndefined();
    const found = await database.service.query('SELECT actor FROM audit_entries WHERE cases = ARRAY[$1] AND action = $2', [
      digest,
      'WITHDRAW_CONSENT',
    ]);
    expect(found).toEqual([{ actor: COORDINATOR.subject }]);
  });

  it('leaves unnamed a patient whose read is written only afterwards', async () => {
    await append(withdrawalOf(ONE));
    await append(readOf(ONE, OTHER));
    expect(await everything()).not.toContain(ONE);
    expect((await history.page(undefined, { first: 1 })).items).toMatchObject([{ action: 'READ_PATIENTS', patientCodes: [OTHER] }]);
  });
});

test('reads are recorded in the background, and all of them are there at the end', async () => {
  await append(changeOf(ONE));
  const losses: unknown[] = [];
  const logger = { warn: () => undefined, error: (...args: unknown[]) => void losses.push(args) };
  const reads = createReadRecorder(database.service, () => MOMENT, logger);
  for (let page = 0; page < 40; page++) reads.record(COORDINATOR, 'READ_PATIENTS', [ONE]);
  await Promise.all([append(changeOf(ONE)), append(changeOf(ONE))]);
  await reads.close();
  expect(losses).toEqual([]);
  expect(await history.count(ONE)).toBe(43);
  expect(await verifyAuditTrail(database.service)).toMatchObject({ valid: true, entries: 43 });
});
