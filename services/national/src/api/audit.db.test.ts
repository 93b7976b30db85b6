import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { caseFacts } from '@registry-hub/shared/testing';
import { type AuditDraft, AuditTrail } from '../audit';
import { inTransaction } from '../storage';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry, writeBundle } from '../testing';

const PATIENTS = 50;
const codes = Array.from({ length: PATIENTS }, (_, index) => `FR-001-${String(index + 1).padStart(4, '0')}`);
/** White cells of 700 are asked about: every patient has a data query. */
const cases = codes.map((patientCode) => caseFacts({ patient: { patientCode }, diagnosis: { wbc: 700 } }));
const [ONE = '', OTHER = '', THIRD = ''] = codes;

const coordinator = callerAs('COORDINATOR');
const validator = callerAs('VALIDATOR');
const center = callerAs('CENTER', 'FR-001');

const correction: AuditDraft = {
  action: 'CORRECT',
  by: center,
  at: TEST_NOW,
  patientCode: ONE,
  reason: 'A typing error.',
  records: [
    { kind: 'diagnosis', key: [ONE], before: { wbc: 70, spleenCm: 4 }, after: { wbc: 700 } },
    { kind: 'mutation', key: [ONE, '2003-01-20', 'M351T'], before: { method: 'SANGER' } },
  ],
};

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

interface Entry {
  readonly sequence: number;
  readonly action: string;
  readonly actor: string;
  readonly patientCodes: readonly string[];
}

describe('the audit trail of a registry', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await openTestRegistry();
    const files = writeBundle([{ centerCode: 'FR-001', name: 'Poitiers' }], cases);
    await registry.services.importer.importBundle(files, { dryRun: false, by: coordinator, now: TEST_NOW });
  });
  afterAll(() => registry.close());

  /** The last entry before a test. */
  let before: Head;
  beforeEach(async () => {
    before = await head();
  });
  const head = async (): Promise<Head> => {
    await registry.settleReads();
    const [found] = await registry.dataSource.query<{ sequence: string; hash: string }[]>('SELECT sequence, hash FROM audit_head');
    return { sequence: Number(found?.sequence), hash: found?.hash ?? '' };
  };

  const append = (...drafts: readonly AuditDraft[]): Promise<void> =>
    inTransaction(registry.dataSource, (manager) => new AuditTrail(manager).append(drafts));

  const outcome = async (caller: Caller, selection: string): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, `{ france { registry { ${selection} } } }`);
    const cause = errors?.[0]?.originalError;
    if (cause instanceof HubError) return { code: cause.code, ...cause.details };
    expect(errors).toBeUndefined();
    return (data as { france: { registry: unknown } }).france.registry;
  };
  /** What this test has left in the trail so far, in that order. */
  const trail = async (patientCode = ''): Promise<readonly Omit<Entry, 'sequence'>[]> => {
    await registry.settleReads();
    const given = patientCode && `(patientCode: "${patientCode}")`;
    const found = await outcome(coordinator, `auditTrail${given} { edges { node { sequence action actor patientCodes } } }`);
    const entries = (found as { auditTrail: { edges: { node: Entry }[] } }).auditTrail.edges.map(({ node }) => node);
    return entries.flatMap(({ sequence, ...entry }) => (sequence > before.sequence ? [entry] : [])).toReversed();
  };
  const readsOfPatients = async (): Promise<readonly Omit<Entry, 'sequence'>[]> =>
    (await trail()).filter(({ action }) => action !== 'READ_AUDIT_TRAIL');

  it('tells who changed what, field by field', async () => {
    await append(correction);
    const record = { kind: 'diagnosis', key: [ONE], effect: 'CHANGED' };
    const entry = await outcome(
      coordinator,
      `auditTrail(first: 1) { edges { node {
        recordedAt actor roles action patientCodes erasedPatients reason changes { kind key effect field before after }
      } } }`,
    );
    expect(entry).toEqual({
      auditTrail: {
        edges: [
          {
            node: {
              recordedAt: TEST_NOW.toISOString(),
              actor: 'test-center',
              roles: ['CENTER'],
              action: 'CORRECT',
              patientCodes: [ONE],
              erasedPatients: 0,
              reason: 'A typing error.',
              changes: [
                { ...record, field: 'wbc', before: '70', after: '700' },
                { ...record, field: 'spleenCm', before: '4', after: null },
                { kind: 'mutation', key: [ONE, '2003-01-20', 'M351T'], effect: 'VOIDED', field: 'method', before: 'SANGER', after: null },
              ],
            },
          },
        ],
      },
    });
  });

  it('goes back page by page, each entry chained to the next', async () => {
    interface Page {
      readonly auditTrail: {
        readonly edges: readonly { node: { sequence: number; hash: string; previousHash: string } }[];
        readonly pageInfo: { readonly endCursor: string };
      };
    }
    const page = (given: string): Promise<unknown> =>
      outcome(coordinator, `auditTrail(${given}) { edges { node { sequence hash previousHash } } pageInfo { hasNextPage endCursor } }`);
    const first = (await page('first: 20')) as Page;
    expect(first).toMatchObject({ auditTrail: { edges: { length: 20 }, pageInfo: { hasNextPage: true } } });
    const rest = (await page(`first: 500, after: "${first.auditTrail.pageInfo.endCursor}"`)) as Page;
    expect(rest).toMatchObject({ auditTrail: { pageInfo: { hasNextPage: false } } });
    const entries = [...first.auditTrail.edges, ...rest.auditTrail.edges].map(({ node }) => node);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => entries.length - index));
    expect(entries.slice(0, -1).map(({ previousHash }) => previousHash)).toEqual(entries.slice(1).map(({ hash }) => hash));
  });

  it.each([
    ['auditTrail(first: 0)', 'first'],
    ['auditTrail(first: 501)', 'first'],
    ['auditTrail(after: "???")', 'after'],
    [`auditTrail(after: "${Buffer.from('dataQuery:1').toString('base64url')}")`, 'after'],
  ])('refuses %s by the name of the argument', async (selection, field) => {
    expect(await outcome(coordinator, `${selection} { totalCount }`)).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field }] });
  });

  it('of a patient who withdrew is as empty as of one who never was', async () => {
    const patientCode = 'FR-001-0777';
    await append({ ...correction, patientCode }, { action: 'WITHDRAW_CONSENT', by: coordinator, at: TEST_NOW, patientCode });
    for (const code of [patientCode, 'FR-001-0999']) {
      expect(await outcome(coordinator, `auditTrail(patientCode: "${code}") { totalCount edges { node { sequence } } }`)).toEqual({
        auditTrail: { totalCount: 0, edges: [] },
      });
    }
    expect(
      await outcome(coordinator, 'auditTrail(first: 2) { edges { node { action patientCodes erasedPatients changes { field } reason } } }'),
    ).toEqual({
      auditTrail: {
        edges: ['WITHDRAW_CONSENT', 'CORRECT'].map((action) => ({
          node: { action, patientCodes: [], erasedPatients: 1, changes: [], reason: null },
        })),
      },
    });
  });

  it('gives the history of a patient: every earlier value, and no reads', async () => {
    await append({ ...correction, patientCode: THIRD });
    const patient = (selection: string): Promise<unknown> => outcome(coordinator, `patient(code: "${THIRD}") { ${selection} }`);
    await patient('code');
    await registry.settleReads();
    expect(await patient('history { totalCount edges { node { action actor changes { field before } } } }')).toMatchObject({
      patient: {
        history: {
          totalCount: 2,
          edges: [
            { node: { action: 'CORRECT', actor: 'test-center', changes: expect.arrayContaining([{ field: 'wbc', before: '70' }]) } },
            { node: { action: 'IMPORT', actor: 'test-coordinator' } },
          ],
        },
      },
    });
    expect(await patient('history(first: 0) { totalCount }')).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'first' }] });
  });

  it.each([
    ['VALIDATOR', validator],
    ['CENTER', center],
  ])('is closed to a %s, who reads patients all the same', async (_, caller) => {
    expect(await outcome(caller, 'auditTrail { totalCount }')).toEqual({ code: 'FORBIDDEN' });
    expect(await outcome(caller, 'auditVerification { valid }')).toEqual({ code: 'FORBIDDEN' });
    expect(await outcome(caller, `patient(code: "${ONE}") { history { totalCount } }`)).toEqual({ code: 'FORBIDDEN' });
    expect(await outcome(caller, `patient(code: "${ONE}") { code center { code } diagnosis { wbc } }`)).toEqual({
      patient: { code: ONE, center: { code: 'FR-001' }, diagnosis: { wbc: 700 } },
    });
  });

  describe('records reads:', () => {
    it('a page of patients with everything below as one entry, and without a statement of the request', async () => {
      const page = (selection: string): Promise<unknown> => outcome(validator, `patients { edges { node { code ${selection} } } }`);
      expect(await registry.countStatements(() => page(''))).toBe(1);
      expect(await readsOfPatients()).toEqual([{ action: 'READ_PATIENTS', actor: 'test-validator', patientCodes: codes }]);
      await page('diagnosis { wbc } dataQueries { rule thread { text } } timeline { kind } derived { eligible }');
      expect(await readsOfPatients()).toHaveLength(2);
    });

    it('a patient, and a page of data queries with the patients they are about', async () => {
      await outcome(center, `patient(code: "${OTHER}") { sex }`);
      await outcome(center, 'dataQueries(first: 500) { edges { node { message } } }');
      expect(await readsOfPatients()).toEqual([
        { action: 'READ_PATIENT', actor: 'test-center', patientCodes: [OTHER] },
        { action: 'READ_DATA_QUERIES', actor: 'test-center', patientCodes: codes },
      ]);
    });

    it('a look at the trail itself, as one at the patients whose changes it showed', async () => {
      await outcome(validator, 'patients { totalCount }');
      await trail(OTHER);
      expect((await trail()).slice(1)).toEqual([{ action: 'READ_AUDIT_TRAIL', actor: 'test-coordinator', patientCodes: [OTHER] }]);
    });

    it('nothing where no patient is shown', async () => {
      await outcome(coordinator, 'registeredCases revision centers { edges { node { code } } } quality { patients }');
      await outcome(coordinator, 'patient(code: "FR-001-0999") { code } patients(filter: { sex: [OTHER] }) { totalCount }');
      const representations = [{ __typename: 'France', code: 'FR' }];
      await registry.ask(
        coordinator,
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on France { registry { revision } } } }',
        { representations },
      );
      expect(await readsOfPatients()).toEqual([]);
    });
  });

  describe('auditVerification', () => {
    const verify = (given = ''): Promise<unknown> =>
      outcome(coordinator, `auditVerification${given} { valid entries head { sequence hash } fault { sequence kind message } }`);
    const earlier = ({ sequence, hash }: Head): string => `(earlierHead: { sequence: ${sequence}, hash: "${hash}" })`;
    const setActor = async (sequence: number, actor: string): Promise<void> => {
      await registry.dataSource.query('ALTER TABLE audit_entries DISABLE TRIGGER ALL');
      await registry.dataSource.query('UPDATE audit_entries SET actor = $2 WHERE sequence = $1', [sequence, actor]);
      await registry.dataSource.query('ALTER TABLE audit_entries ENABLE TRIGGER ALL');
    };

    it('tells the head of a trail that is whole, and holds the trail against an earlier one', async () => {
      const { sequence } = before;
      expect(await verify()).toEqual({ auditVerification: { valid: true, entries: sequence, head: before, fault: null } });
      await append(correction);
      expect(await verify(earlier(before))).toMatchObject({ auditVerification: { valid: true, entries: sequence + 1 } });
      expect(await verify(earlier({ sequence, hash: 'f'.repeat(64) }))).toMatchObject({
        auditVerification: { valid: false, entries: null, head: null, fault: { sequence, kind: 'CHANGED' } },
      });
    });

    it('names the entry that was changed', async () => {
      await setActor(17, 'nobody');
      expect(await verify()).toMatchObject({
        auditVerification: { valid: false, fault: { sequence: 17, kind: 'CHANGED', message: expect.stringMatching(/entry 17/i) } },
      });
      await setActor(17, coordinator.subject);
      expect(await verify()).toMatchObject({ auditVerification: { valid: true } });
    });

    it.each([
      [earlier({ sequence: -1, hash: 'f'.repeat(64) }), 'earlierHead.sequence'],
      [earlier({ sequence: 1, hash: 'nonsense' }), 'earlierHead.hash'],
    ])('refuses %s by the name of the field', async (given, field) => {
      expect(await verify(given)).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field }] });
    });
  });
});
