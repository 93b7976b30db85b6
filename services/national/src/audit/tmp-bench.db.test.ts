import { readFileSync } from 'node:fs';
import { caseFacts, createTestDatabase } from '@registry-hub/shared/testing';
import { createDataSource, inTransaction, migrate } from '../storage';
import type { AuditDraft } from './audit-draft';
import { AuditTrail } from './audit-trail';
import { diffCases } from './diff-cases';
import { verifyAuditTrail } from './verify-audit-trail';

const by = { subject: 'coordinator-fr', roles: ['COORDINATOR' as const] };
test.each([['keys']])(
  'bench %s',
  async (mode) => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource({ url: database.url, poolSize: 2, logger: { warn: () => undefined } });
    await migrate(dataSource);
    const N = 100_000;
    function* drafts(): Generator<AuditDraft> {
      for (let i = 0; i < N; i++) {
        const facts = caseFacts({
          patient: { patientCode: `FR-001-${String(i).padStart(6, '0')}` },
          assessments: [
            {},
            { assessedOn: '2002-07-15' },
            { assessedOn: '2003-01-20' },
            { assessedOn: '2003-04-20' },
            { assessedOn: '2003-07-20' },
          ],
        });
        const records = diffCases(undefined, facts, mode === 'full' ? 'BY_VALUE' : 'BY_KEY');
        yield { by, at: new Date(), action: 'IMPORT', patientCode: facts.patient.patientCode, records };
      }
    }
    let t = performance.now();
    let n = 0;
    let bytes = 0;
    for (const d of drafts()) {
      n++;
      bytes += JSON.stringify(d).length;
    }
    console.log(mode, 'generate only', n, bytes / n, performance.now() - t);
    const spent: Record<string, number> = {};
    const stat = (pid: number) => {
      const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(f[11]) + Number(f[12])) * 10;
    };
    t = performance.now();
    const cpu = process.cpuUsage();
    await inTransaction(dataSource, async (manager) => {
      const [{ pid }] = await manager.query('select pg_backend_pid() pid');
      const base = stat(pid);
      const orig = manager.query.bind(manager);
      (manager as any).query = async (q: string, p: unknown[]) => {
        const b = stat(pid);
        const r = await orig(q, p);
        const k = q.trim().slice(0, 40);
        spent[k] = (spent[k] ?? 0) + stat(pid) - b;
        return r;
      };
      await new AuditTrail(manager).append(drafts());
      console.log(mode, 'pg cpu ms', stat(pid) - base, spent);
    });
    const c = process.cpuUsage(cpu);
    console.log(mode, 'node cpu ms', (c.user + c.system) / 1000);
    console.log(mode, 'append ms', performance.now() - t, process.memoryUsage().rss / 1e6);
    t = performance.now();
    console.log(await verifyAuditTrail(dataSource), performance.now() - t, process.memoryUsage().rss / 1e6);
    console.log(
      await dataSource.query(
        "select relname, pg_total_relation_size(oid)/1e6 mb from pg_class where relname like 'audit%' and relkind='r'",
      ),
    );
    await dataSource.query('ANALYZE');
    console.log(
      await dataSource.query(
        'EXPLAIN SELECT * FROM audit_entries e LEFT JOIN audit_values v ON v.sequence=e.sequence WHERE e.sequence = ANY(ARRAY(SELECT o.sequence FROM audit_entries o WHERE o.cases @> ARRAY[(select case_digest from audit_cases limit 1)])) AND e.sequence < 90000 ORDER BY e.sequence DESC LIMIT 51',
      ),
    );
    console.log(
      await dataSource.query(
        'EXPLAIN DECLARE c NO SCROLL CURSOR FOR SELECT * FROM audit_entries e LEFT JOIN audit_values v ON v.sequence=e.sequence ORDER BY e.sequence',
      ),
    );
    await dataSource.destroy();
    await database.drop();
  },
  300_000,
);
