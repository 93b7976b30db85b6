import { bundleFormat, recordKinds } from '@registry-hub/shared/domain';
import * as fc from 'fast-check';
import type { BundleFile } from './bundle-file';
import type { ImportProblem } from './import-problem';
import { parseBundle } from './parse-bundle';

const file = (name: string, ...lines: string[]): BundleFile => ({ name, content: `${lines.join('\n')}\n` });

const where = ({ severity, file: name, line, column, rule }: ImportProblem) =>
  `${severity} ${name}:${line}${column === undefined ? '' : `:${column}`} ${rule}`;

const problemsOf = (...files: BundleFile[]) => parseBundle(files, 'FR').problems.map(where);

describe('parseBundle', () => {
  test('makes typed records, whatever the order of columns and files', () => {
    const bundle = parseBundle(
      [
        file('mutations.csv', 'method,variant,sampled_on,patient_code,vaf_pct', 'NGS,p.(Thr315Ile),2004-04-02,FR-001-0001,12.50'),
        file('adverse_events.csv', 'patient_code,term,grade,onset_on', 'FR-001-0001,  Oedema peripheral ,2,2003-06-01'),
        file('centers.csv', '\uFEFFcenter_code,name', 'FR-001,"University Hospital, ""Jean Bernard"""'),
      ],
      'FR',
    );
    expect(bundle).toMatchObject({ problems: [], rows: 3, kinds: new Set(['mutation', 'adverseEvent', 'center']) });
    expect(bundle.records.mutation).toEqual([
      {
        record: { patientCode: 'FR-001-0001', sampledOn: '2004-04-02', variant: 'T315I', vafPct: 12.5, method: 'NGS' },
        file: 'mutations.csv',
        line: 2,
      },
    ]);
    expect(bundle.records.adverseEvent[0]?.record).toEqual({
      patientCode: 'FR-001-0001',
      term: 'Oedema peripheral',
      grade: 2,
      onsetOn: '2003-06-01',
    });
    expect(bundle.records.center[0]?.record).toEqual({ centerCode: 'FR-001', name: 'University Hospital, "Jean Bernard"' });
  });

  test('takes the gene beside a variant into its name', () => {
    const { records, problems } = parseBundle(
      [
        file(
          'mutations.csv',
          'patient_code,sampled_on,variant,gene',
          'FR-001-0001,2004-04-02,p.(Asp816Val),KIT',
          'FR-001-0001,2004-04-02,KIT W557_K558del,KIT',
          'FR-001-0001,2004-04-02,T315I,',
          'FR-001-0001,2004-04-02,NONE,PDGFRA',
          'FR-001-0001,2004-04-02,D842V,KIT',
          'FR-001-0001,2004-04-02,D842V,PDGFRA',
        ),
      ],
      'FR',
    );
    expect(problems).toEqual([]);
    expect(records.mutation.map(({ record }) => record.variant)).toEqual([
      'KIT D816V',
      'KIT W557_K558del',
      'T315I',
      'PDGFRA NONE',
      'KIT D842V',
      'PDGFRA D842V',
    ]);
    expect(records.mutation.some(({ record }) => 'gene' in record)).toBe(false);
  });

  test('tells what is wrong with a gene by its own column', () => {
    const mutations = file(
      'mutations.csv',
      'gene,patient_code,sampled_on,variant',
      'TP53,FR-001-0001,2004-04-02,T315I',
      'KIT,FR-001-0002,2004-04-02,PDGFRA D842V',
      'KIT,FR-001-0003,2004-04-02,',
      'KIT,FR-001-0004,2004-04-02,D816V',
      ',FR-001-0004,2004-04-02,KIT D816V',
    );
    expect(problemsOf(mutations)).toEqual([
      'HARD mutations.csv:2:gene UNKNOWN_ENUM_VALUE',
      'HARD mutations.csv:3:variant UNPARSABLE_VARIANT',
      'HARD mutations.csv:4:variant MISSING_VALUE',
      'HARD mutations.csv:6:patient_code DUPLICATE_KEY',
    ]);
  });

  test('leaves what is not known absent', () => {
    const header = 'patient_code,assessed_on,complete_hematologic_response,wbc';
    const { records } = parseBundle([file('assessments.csv', header, 'FR-001-0001,2004-01-02,,', 'FR-001-0001,2004-01-03,false,0')], 'FR');
    expect(records.assessment.map(({ record }) => record)).toEqual([
      { patientCode: 'FR-001-0001', assessedOn: '2004-01-02' },
      { patientCode: 'FR-001-0001', assessedOn: '2004-01-03', completeHematologicResponse: false, wbc: 0 },
    ]);
  });

  test('keeps text that a spreadsheet would run as the text it is', () => {
    const { records, problems } = parseBundle(
      [file('centers.csv', 'center_code,name', 'FR-001,=1+1', 'FR-002,@SUM(A1)', 'FR-003,-2')],
      'FR',
    );
    expect(problems).toEqual([]);
    expect(records.center.map(({ record }) => record.name)).toEqual(['=1+1', '@SUM(A1)', '-2']);
  });

  test('names the line on which a row with multi-line cells begins', () => {
    const files = file('centers.csv', 'center_code,name', 'FR-001,"two\nlines"', 'FR-2,wrong', 'FR-001,again');
    expect(problemsOf(files)).toEqual(['HARD centers.csv:4:center_code PATTERN_MISMATCH', 'HARD centers.csv:5:center_code DUPLICATE_KEY']);
    expect(parseBundle([files], 'FR').problems[1]?.message).toContain('line 2');
  });

  test('compares keys by what they mean', () => {
    const doses = file(
      'doses.csv',
      'patient_code,line,from_on,mg_per_day',
      'FR-001-0001,1,2004-01-02,400',
      'FR-001-0001,01,2004-01-02,300',
    );
    const events = file(
      'adverse_events.csv',
      'patient_code,term,grade,onset_on',
      'FR-001-0001,Rash,1,2004-01-02',
      'FR-001-0001," Rash",2,2004-01-02',
    );
    expect(problemsOf(doses)).toEqual(['HARD doses.csv:3:patient_code DUPLICATE_KEY']);
    expect(problemsOf(events)).toEqual(['HARD adverse_events.csv:3:patient_code DUPLICATE_KEY']);
  });

  test('still reads a row whose optional cell is at fault, and none without a required one', () => {
    const bundle = parseBundle(
      [
        file(
          'patients.csv',
          'patient_code,center_code,sex,birth_month,vital_status,died_on',
          'FR-001-0001,FR-001,F,1956-06,DEAD,yesterday',
          'FR-001-0002,FR-001,,1956-06,ALIVE,',
        ),
      ],
      'FR',
    );
    expect(bundle.records.patient.map(({ record }) => record.patientCode)).toEqual(['FR-001-0001']);
    expect(bundle.gaps.codes).toEqual(new Set(['FR-001-0002']));
    expect(bundle.gaps.patients).toEqual(new Set(['FR-001-0001', 'FR-001-0002']));
  });

  test('takes the code of a row that it can not read from its text', () => {
    const { gaps } = parseBundle(
      [file('patients.csv', 'patient_code,center_code,sex,birth_month,vital_status', 'FR-001-0001,FR-001,F')],
      'FR',
    );
    expect(gaps.codes).toEqual(new Set(['FR-001-0001']));
  });

  test('does not take names from the prototype for columns', () => {
    expect(problemsOf(file('centers.csv', 'center_code,name,__proto__,constructor', 'FR-001,x,y,z'))).toEqual([
      'SOFT centers.csv:1:__proto__ UNKNOWN_COLUMN',
      'SOFT centers.csv:1:constructor UNKNOWN_COLUMN',
    ]);
  });

  test('searches cells of unknown columns, whose values it does not read', () => {
    const files = file('centers.csv', 'center_code,name,note,', 'FR-001,x,2004-03-01,', 'FR-002,x,Jean Dupont,', 'FR-003,x,,010190-1234');
    expect(problemsOf(files)).toEqual([
      'SOFT centers.csv:1:column 4 UNKNOWN_COLUMN',
      'SOFT centers.csv:1:note UNKNOWN_COLUMN',
      'HARD centers.csv:3:note IDENTIFYING_VALUE',
      'HARD centers.csv:4:column 4 IDENTIFYING_VALUE',
    ]);
  });

  test('repeats nothing of a cell or header that identifies', () => {
    const secrets = ['jeanne.moreau@example.org', 'Jeanne Moreau', '256069912345678', '1956-06-12'];
    const { problems } = parseBundle(
      [
        file(
          'patients.csv',
          `patient_code,center_code,sex,birth_month,vital_status,${secrets[0]}`,
          `${secrets[2]},${secrets[0]},${secrets[1]},${secrets[3]},x,`,
        ),
        file('adverse_events.csv', 'patient_code,term,grade,onset_on', `FR-001-0001,${secrets[1]},${secrets[2]},${secrets[3]}x`),
      ],
      'FR',
    );
    expect(problems.length).toBeGreaterThanOrEqual(8);
    for (const secret of secrets) expect(JSON.stringify(problems)).not.toContain(secret);
  });

  test('stops at a header that is no text', () => {
    expect(problemsOf(file('centers.csv', 'c\0e\0n\0t\0e\0r', 'F\0R\0'))).toEqual(['HARD centers.csv:1 NOT_UTF8']);
    expect(problemsOf(file('centers.csv', 'center_code,na"me', 'FR-001,x'))).toEqual(['HARD centers.csv:1 UNREADABLE_CSV']);
  });

  test('reads the first of two files of one name and reports the other', () => {
    const bundle = parseBundle(
      [file('centers.csv', 'center_code,name', 'FR-001,first'), file('centers.csv', 'center_code,name', 'FR-001,second')],
      'FR',
    );
    expect(bundle.records.center.map(({ record }) => record.name)).toEqual(['first']);
    expect(bundle.problems.map(where)).toEqual(['HARD centers.csv:1 DUPLICATE_FILE']);
  });

  test('answers garbage with a report, never with an exception', () => {
    const names = fc.oneof(fc.constantFrom(...recordKinds.map((kind) => bundleFormat[kind].file)), fc.string());
    const scraps = fc.constantFrom(
      'patient_code',
      'center_code',
      'line',
      'FR-001-0001',
      '"',
      ',',
      '\n',
      '\r',
      '\0',
      '\uD800',
      '\uFEFF',
      '2004-01-02',
      '9'.repeat(20),
    );
    const texts = fc.array(fc.oneof(scraps, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.record({ name: names, content: texts })), (files) => {
        const { problems, rows } = parseBundle(files, 'FR');
        expect(rows).toBeGreaterThanOrEqual(0);
        for (const { line, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/\.$/);
        }
        expect(problems.length).toBeGreaterThanOrEqual(files.length === 0 ? 0 : 1);
      }),
      { numRuns: 300 },
    );
  });
});
