import { deriveCase } from '@registry-hub/shared/clinical';
import { type CalendarDate, type CaseFacts, type Center, dateOfDayNumber, dayNumber } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { AuditHistory } from '../audit';
import { NO_EXTENSIONS } from '../extension';
import type { ImportReport } from '../import';
import type { BundleFile } from '../intake';
import { CaseStore, inRegistryWrite } from '../storage';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';
import { applyChange } from '../writing';
import { RegistryExporter } from './registry-exporter';

const centers: readonly Center[] = [{ centerCode: 'FR-001', name: 'University Hospital Poitiers', openedOn: '2001-05-01' }];
const by = callerAs('COORDINATOR');

async function exportOf({ dataSource }: TestRegistry): Promise<readonly BundleFile[]> {
  const bundle: BundleFile[] = [];
  await new RegistryExporter(dataSource, () => TEST_NOW).export(by, async (files) => {
    for (const { name, text } of files) {
      let content = '';
      for await (const piece of text()) content += piece;
      bundle.push({ name, content });
    }
  });
  return bundle;
}

const importInto = ({ services }: TestRegistry, files: readonly BundleFile[]): Promise<ImportReport> =>
  services.importer.importBundle(files, { dryRun: false, by, now: TEST_NOW });

const fileOf = (files: readonly BundleFile[], name: string): string => files.find((file) => file.name === name)?.content ?? '';

/** What a spreadsheet would run, what a shell or a database would, and what CSV and COPY give a meaning of their own. */
const hostile = [
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  "=cmd|' /C calc'!A0",
  "'=1+1",
  "''+1",
  "'",
  "'apostrophe",
  '＝1+1',
  "'); DROP TABLE patients; --",
  '"; DELETE FROM centers; --',
  '$1 $2 ${x} $$',
  '\\N',
  '\\.',
  'one\ttwo',
  'one\\two',
  'one,two',
  'one "two" three',
  'one\ntwo',
  'one\r\ntwo',
  '{"a":1}',
  '{one,two}',
  'NULL',
  'κύτταρο 𝒳',
];

/** Stores centres and cases as they are. */
async function enter({ dataSource }: TestRegistry, entered: readonly Center[], cases: readonly CaseFacts[]): Promise<void> {
  await inRegistryWrite(dataSource, (manager) =>
    applyChange(manager, {
      action: 'RECORD',
      by,
      at: TEST_NOW,
      extensions: NO_EXTENSIONS,
      centers: entered.map((after) => ({ before: undefined, after })),
      cases: cases.map((after) => ({ before: undefined, after, derived: deriveCase(after) })),
    }),
  );
}

describe('an export', () => {
  let source: TestRegistry;
  let target: TestRegistry;
  beforeEach(async () => {
    [source, target] = await Promise.all([openTestRegistry(), openTestRegistry()]);
  });
  afterEach(() => Promise.all([source.close(), target.close()]));

  /** Exports, imports the export here and elsewhere, and expects that nothing changes on the way. */
  const expectRoundTrip = async (): Promise<readonly BundleFile[]> => {
    const bundle = await exportOf(source);
    const again = await importInto(source, bundle);
    expect(again).toMatchObject({ stored: true, patientsChanged: 0, dataQueriesRaised: 0 });
    expect(await exportOf(source)).toEqual(bundle);
    expect(await importInto(target, bundle)).toMatchObject({ stored: true });
    expect(await exportOf(target)).toEqual(bundle);
    return bundle;
  };

  it('has all nine files of the format, its columns in their order, and rows in the order of their keys', async () => {
    const first = caseFacts({ patient: { patientCode: 'FR-001-0002' }, mutations: [{}], adverseEvents: [{ term: 'Nausea, "severe"' }] });
    await source.importCases(centers, [first, caseFacts({ patient: { patientCode: 'FR-001-00010', consentedOn: undefined } })]);
    const bundle = await expectRoundTrip();
    expect(bundle.map(({ name }) => name)).toEqual(
      'centers patients diagnoses treatments doses assessments mutations adverse_events failures'.split(' ').map((name) => `${name}.csv`),
    );
    expect(fileOf(bundle, 'centers.csv')).toBe('center_code,name,city,opened_on\nFR-001,University Hospital Poitiers,,2001-05-01\n');
    expect(
      fileOf(bundle, 'patients.csv')
        .split('\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['patient_code', 'FR-001-00010', 'FR-001-0002', '']);
    expect(fileOf(bundle, 'mutations.csv')).toMatch(/^patient_code,sampled_on,variant,vaf_pct,method\nFR-001-0002,/);
    expect(fileOf(bundle, 'adverse_events.csv')).toContain(',"Nausea, ""severe""",');
  });

  it('names the genes of variants within them, and has no column more', async () => {
    const variants = ['KIT D816V', 'KIT NONE', 'NONE', 'T315I'];
    await source.importCases(centers, [
      caseFacts({ diagnosis: { disease: '9741/3' }, mutations: variants.map((variant) => ({ variant })) }),
    ]);
    const [header, ...rows] = fileOf(await expectRoundTrip(), 'mutations.csv')
      .trimEnd()
      .split('\n');
    expect(header).toBe('patient_code,sampled_on,variant,vaf_pct,method');
    expect(rows.map((row) => row.split(',')[2])).toEqual(variants);
  });

  it('of an empty registry is nine header lines', async () => {
    const bundle = await exportOf(source);
    expect(bundle.every(({ content }) => content.indexOf('\n') === content.length - 1)).toBe(true);
  });

  it('keeps what is hostile in a text, and gives a spreadsheet nothing to run', async () => {
    const cases = hostile.map((text, index): CaseFacts => {
      const patientCode = `FR-001-${String(index + 1).padStart(4, '0')}`;
      return caseFacts({
        patient: { patientCode },
        diagnosis: { karyotype: text, ...(index === 1 && { transcript: '+e13a2' }) },
        treatments: [{ prospectiveStudy: text, stoppedOn: '2003-01-20', stopReason: 'RESISTANCE' }],
        adverseEvents: [{ term: text }],
      });
    });
    const named = hostile.map((text, index): Center => ({ centerCode: `FR-1${String(index).padStart(2, '0')}`, name: text, city: text }));
    // entered one by one, as a person would: an apostrophe that comes with a bundle may be an export's
    await enter(source, [...centers, ...named], cases);
    await importInto(source, await exportOf(source));
    const bundle = await expectRoundTrip();
    const stored = await new CaseStore(source.dataSource.manager).load(cases.map(({ patient }) => patient.patientCode));
    expect([...stored.values()]).toEqual(cases);
    const cells = bundle.flatMap(({ content }) => parse(content)).flat();
    expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual([]);
    for (const text of hostile) expect(cells.some((cell) => cell === text || cell === `'${text}`)).toBe(true);
  });

  it('loses no digit of a number, and no day', async () => {
    const measured = fc.double({ min: 0, max: 1000, noNaN: true });
    const cases = fc.sample(
      fc.tuple(measured, measured, fc.double({ min: 0, max: 1e-5, noNaN: true }), fc.integer({ min: 0, max: 900 })),
      60,
    );
    const start = dayNumber('2002-01-20');
    await enter(
      source,
      centers,
      cases.map(([wbc, platelets, bcrAbl1IsPct, days], index) => {
        const assessedOn: CalendarDate = dateOfDayNumber(start + days);
        const assessment = { assessedOn, wbc, platelets: platelets + 1, bcrAbl1IsPct };
        return caseFacts({ patient: { patientCode: `FR-001-${1000 + index}` }, assessments: [assessment] });
      }),
    );
    await importInto(source, await exportOf(source));
    const bundle = await expectRoundTrip();
    expect(fileOf(bundle, 'assessments.csv').split('\n')).toHaveLength(cases.length + 2);
    expect(fileOf(bundle, 'assessments.csv')).not.toMatch(/\de[-+]?\d/);
  });

  it('leaves out who withdrew consent', async () => {
    await source.importCases(centers, [caseFacts({}), caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
    await source.importCases(centers, [caseFacts({ patient: { consentWithdrawnOn: '2006-01-10' } })]);
    const bundle = await expectRoundTrip();
    expect(JSON.stringify(bundle)).not.toContain('FR-001-0001');
    expect(JSON.stringify(bundle)).toContain('FR-001-0002');
  });

  it('is in the audit trail with everybody it showed', async () => {
    await source.importCases(centers, [caseFacts({}), caseFacts({ patient: { patientCode: 'FR-001-0002' } })]);
    await exportOf(source);
    const { items } = await new AuditHistory(source.dataSource.manager).page(undefined, { first: 1 });
    expect(items).toMatchObject([{ action: 'EXPORT', actor: by.subject, patientCodes: ['FR-001-0001', 'FR-001-0002'] }]);
  });
});
