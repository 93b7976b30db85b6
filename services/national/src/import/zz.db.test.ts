import { caseFacts } from '@registry-hub/shared/testing';
import { callerAs, openTestRegistry, TEST_NOW, writeBundle } from '../testing';
import { DerivedCaseSource } from '../storage';
test('big', async () => {
  const reg = await openTestRegistry();
  const N = 50_000;
  const assessments = Array.from({length: 8}, (_, i) => ({ assessedOn: `2002-0${i+2}-15` as const }));
  const cases = Array.from({ length: N }, (_, i) => caseFacts({ patient: { patientCode: `FR-${String(1 + Math.floor(i/1000)).padStart(3,'0')}-${String(i%1000+1).padStart(4,'0')}`, centerCode: `FR-${String(1+Math.floor(i/1000)).padStart(3,'0')}`, birthMonth: `19${String(20+i%50).padStart(2,'0')}-0${1+i%9}` as never }, assessments, mutations: i%3?[]:[{}], adverseEvents: [{action:'NONE'}] }));
  const centers = Array.from({length: N/1000}, (_, i) => ({ centerCode: `FR-${String(i+1).padStart(3,'0')}`, name: 'x' }));
  const files = writeBundle(centers, cases);
  for (const dryRun of [false, false]) {
    const t = Date.now();
    const { problems, ...r } = await reg.services.importer.importBundle(files, { dryRun, today: '2026-11-21', now: TEST_NOW });
    console.log(r, problems.length, Date.now() - t, 'ms', Math.round(process.memoryUsage().rss/1e6));
  }
  let t = Date.now(); let n = 0; await new DerivedCaseSource(reg.dataSource).readAll(() => { n++; }); console.log('readAll', n, Date.now()-t);
  const q = `{ france { registry { patients(first: 500) { totalCount edges { node { code center { name registeredCases } diagnosis { disease wbc platelets } treatments { line drug doses { mgPerDay } } assessments { assessedOn wbc platelets bcrAbl1IsPct metaphasesExamined } mutations { variant } adverseEvents { term } failure { failedOn } derived { eligible riskScores { value } } dataQueries { rule thread { text } } } } } } } }`;
  for (let i = 0; i < 3; i++) { t = Date.now(); const res = await reg.ask(callerAs('COORDINATOR'), q); console.log('page500', Date.now()-t, res.errors); }
  t = Date.now(); console.log((await reg.ask(callerAs('COORDINATOR'), '{france{registry{registeredCases quality{completeness openQueries} dataQueries{totalCount}}}}')).data, Date.now()-t);
  t = Date.now(); console.log(JSON.stringify((await reg.ask(callerAs('COORDINATOR'), '{france{registry{dataQueries(first:2){totalCount edges{node{rule message}}}}}}')).data), Date.now()-t);
  await reg.close();
}, 300000);
