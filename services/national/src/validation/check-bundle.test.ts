import type { CaseFacts, Center, Patient } from '@registry-hub/shared/domain';
import * as fc from 'fast-check';
import { type BundleFile, type ImportProblem, parseBundle } from '../intake';
import { checkBundle } from './check-bundle';
import type { CheckedBundle } from './checked-bundle';
import type { ExistingRegistry } from './existing-registry';

const file = (name: string, ...lines: string[]): BundleFile => ({ name, content: `${lines.join('\n')}\n` });

const center: Center = { centerCode: 'FR-001', name: 'University Hospital Poitiers' };
const patient: Patient = { patientCode: 'FR-001-0001', centerCode: 'FR-001', sex: 'F', birthMonth: '1956-06', vitalStatus: 'ALIVE' };

const known: CaseFacts = {
  patient,
  recordStatus: 'VALIDATED',
  ehdsOptOut: false,
  diagnosis: { patientCode: 'FR-001-0001', disease: '9875/3', diagnosedOn: '2002-12-18' },
  treatments: [{ patientCode: 'FR-001-0001', line: 1, drug: 'IMATINIB', startedOn: '2003-03-12' }],
  doses: [],
  assessments: [
    { patientCode: 'FR-001-0001', assessedOn: '2003-06-11', wbc: 5 },
    { patientCode: 'FR-001-0001', assessedOn: '2003-12-11', wbc: 6, platelets: 250 },
  ],
  mutations: [],
  adverseEvents: [],
};

const registry: ExistingRegistry = {
  isEmpty: false,
  centers: new Map([['FR-001', center]]),
  cases: new Map([['FR-001-0001', known]]),
};

const check = (files: readonly BundleFile[], existing: ExistingRegistry = registry): CheckedBundle =>
  checkBundle(parseBundle(files, 'FR'), existing, { country: 'FR', today: '2026-11-21' });

const where = ({ file: name, line, column, rule }: ImportProblem) => `${name}:${line}${column === undefined ? '' : `:${column}`} ${rule}`;

describe('checkBundle against a registry', () => {
  test('puts the bundle over what the registry knows, by natural key and in key order', () => {
    const { cases, problems, refused } = check([
      file(
        'assessments.csv',
        'patient_code,assessed_on,wbc',
        'FR-001-0001,2004-04-02,7',
        'FR-001-0001,2003-12-11,8',
        'FR-001-0001,2003-04-01,9',
      ),
    ]);
    expect({ problems, refused }).toEqual({ problems: [], refused: false });
    expect(cases).toHaveLength(1);
    expect(cases[0]?.facts).toEqual({
      ...known,
      assessments: [
        { patientCode: 'FR-001-0001', assessedOn: '2003-04-01', wbc: 9 },
        { patientCode: 'FR-001-0001', assessedOn: '2003-06-11', wbc: 5 },
        { patientCode: 'FR-001-0001', assessedOn: '2003-12-11', wbc: 8 },
        { patientCode: 'FR-001-0001', assessedOn: '2004-04-02', wbc: 7 },
      ],
    });
    expect(cases[0]?.incoming.assessment.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(cases[0]?.derived.patientCode).toBe('FR-001-0001');
  });

  test('takes patients and centres from the registry', () => {
    const header = 'patient_code,center_code,sex,birth_month,vital_status';
    const { problems, cases, centers } = check([file('patients.csv', header, 'FR-001-0002,FR-001,M,1950-01,ALIVE')]);
    expect(problems).toEqual([]);
    expect(centers).toEqual([]);
    expect(cases.map(({ facts }) => [facts.patient.patientCode, facts.recordStatus])).toEqual([['FR-001-0002', 'NOTIFIED']]);
  });

  test('places a finding about a record of the registry at the row that came', () => {
    const diagnoses = file('diagnoses.csv', 'patient_code,disease,diagnosed_on', 'FR-001-0001,9875/3,2003-05-01');
    const withPatient = file('patients.csv', 'patient_code,center_code,sex,birth_month,vital_status', 'FR-001-0001,FR-001,F,1956-06,ALIVE');
    expect(check([diagnoses]).problems.map(where)).toEqual(['diagnoses.csv:2 DATE_ORDER']);
    expect(check([diagnoses, withPatient]).problems.map(where)).toEqual(['patients.csv:2 DATE_ORDER']);
  });

  test('asks about what is improbable and does not refuse it', () => {
    const { problems, refused, cases } = check([file('assessments.csv', 'patient_code,assessed_on,wbc', 'FR-001-0001,2004-04-02,700')]);
    expect(refused).toBe(false);
    expect(problems).toMatchObject([{ severity: 'SOFT', file: 'assessments.csv', line: 2, column: 'wbc', rule: 'OUTSIDE_SOFT_RANGE' }]);
    expect(cases[0]?.findings.map(({ rule }) => rule)).toEqual(['OUTSIDE_SOFT_RANGE']);
  });

  test('stores an ineligible notified case with a HARD question', () => {
    const header = 'patient_code,notified_on,failed_on,reported_subcategory';
    const young: CaseFacts = { ...known, patient: { ...patient, birthMonth: '1990-06' } };
    const { problems, refused, cases } = check([file('failures.csv', header, 'FR-001-0001,2005-01-02,2004-04-02,TOXICITY')], {
      ...registry,
      cases: new Map([['FR-001-0001', young]]),
    });
    expect(refused).toBe(false);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'HARD', rule: 'INELIGIBLE_CASE', file: 'failures.csv', line: 2 }));
    expect(cases[0]?.findings.map(({ rule }) => rule)).toContain('INELIGIBLE_CASE');
  });

  test('refuses every row of a patient who withdrew consent', () => {
    const { problems, refused, cases } = check(
      [
        file('patients.csv', 'patient_code,center_code,sex,birth_month,vital_status', 'FR-001-0007,FR-001,F,1956-06,ALIVE'),
        file('assessments.csv', 'patient_code,assessed_on,wbc', 'FR-001-0007,2004-04-02,700'),
      ],
      { ...registry, tombstones: new Set(['FR-001-0007']) },
    );
    expect(problems.map(where)).toEqual([
      'assessments.csv:2:patient_code WITHDRAWN_PATIENT',
      'patients.csv:2:patient_code WITHDRAWN_PATIENT',
    ]);
    expect({ refused, cases }).toEqual({ refused: true, cases: [] });
  });

  test('suspects a patient who is like another of the registry', () => {
    const files = [
      file('patients.csv', 'patient_code,center_code,sex,birth_month,vital_status', 'FR-001-0002,FR-001,F,1956-06,ALIVE'),
      file('diagnoses.csv', 'patient_code,disease,diagnosed_on', 'FR-001-0002,9875/3,2002-12-01'),
      file('treatments.csv', 'patient_code,line,drug,started_on,prospective_study', 'FR-001-0002,1,IMATINIB,2003-03-30,IRIS'),
    ];
    const other = {
      patientCode: 'FR-001-0001',
      centerCode: 'FR-001',
      sex: 'F',
      birthMonth: '1956-06',
      diagnosedOn: '2002-12-18',
      imatinibStartedOn: '2003-03-12',
    } as const;
    expect(check(files).problems.map(where)).toEqual([]);
    expect(check(files, { ...registry, others: [other] }).problems.map(where)).toEqual(['patients.csv:2 LIKELY_DUPLICATE']);
  });

  test('tells that another patient of the registry is suspected no longer', () => {
    const header = 'patient_code,center_code,sex,birth_month,vital_status';
    const twin = { ...patient, patientCode: 'FR-001-0008', diagnosedOn: '2002-12-18', imatinibStartedOn: '2003-03-12' } as const;
    const suspected = (birthMonth: string) => {
      const files = [file('patients.csv', header, `FR-001-0001,FR-001,F,${birthMonth},ALIVE`)];
      return check(files, { ...registry, others: [twin] })
        .others.get('FR-001-0008')
        ?.map(({ rule }) => rule);
    };
    expect(suspected('1956-06')).toEqual(['LIKELY_DUPLICATE']);
    expect(suspected('1956-07')).toEqual([]);
  });

  describe('of a locked record', () => {
    const locked: ExistingRegistry = { ...registry, cases: new Map([['FR-001-0001', { ...known, recordStatus: 'LOCKED' }]]) };
    const header = 'patient_code,assessed_on,wbc,platelets';

    test('refuses the rows that would change it, and no others', () => {
      const rows = ['FR-001-0001,2003-06-11,5,', 'FR-001-0001,2003-12-11,6,251', 'FR-001-0001,2004-04-02,7,'];
      const { problems, refused } = check([file('assessments.csv', header, ...rows)], locked);
      expect(problems.map(where)).toEqual(['assessments.csv:3 LOCKED_RECORD', 'assessments.csv:4 LOCKED_RECORD']);
      expect(refused).toBe(true);
    });

    test('takes what is stored just so', () => {
      const { problems, refused } = check([file('assessments.csv', header, 'FR-001-0001,2003-12-11,6,250')], locked);
      expect({ problems, refused }).toEqual({ problems: [], refused: false });
    });

    test('takes a withdrawal of consent', () => {
      const columns = 'patient_code,center_code,sex,birth_month,vital_status,consent_withdrawn_on';
      const { problems, cases, withdrawals } = check(
        [file('patients.csv', columns, 'FR-001-0001,FR-001,F,1956-06,ALIVE,2006-01-10')],
        locked,
      );
      expect({ problems, cases }).toEqual({ problems: [], cases: [] });
      expect(withdrawals).toEqual([{ patientCode: 'FR-001-0001', withdrawnOn: '2006-01-10' }]);
    });
  });

  test('checks the rows of a patient who withdraws like all others, and asks nothing about them', () => {
    const columns = 'patient_code,center_code,sex,birth_month,vital_status,consent_withdrawn_on';
    const checked = check([
      file('patients.csv', columns, 'FR-001-0001,FR-001,F,1956-06,ALIVE,2036-01-10'),
      file('assessments.csv', 'patient_code,assessed_on,wbc', 'FR-001-0001,2004-04-02,700'),
    ]);
    expect(checked.problems.map(where)).toEqual(['patients.csv:2:consent_withdrawn_on FUTURE_DATE']);
    expect(checked.refused).toBe(true);
  });

  test("counts follow-up to the registry's latest news", () => {
    const header = 'patient_code,center_code,sex,birth_month,vital_status,last_contact_on';
    const files = [file('patients.csv', header, 'FR-001-0001,FR-001,F,1956-06,ALIVE,2004-01-01')];
    const silent = (existing: ExistingRegistry) => check(files, existing).cases[0]?.findings.some(({ rule }) => rule === 'NO_FOLLOW_UP');
    expect(silent(registry)).toBe(false);
    expect(silent({ ...registry, latestNews: '2006-07-15' })).toBe(true);
  });

  test('needs no patients or centres in a later bundle', () => {
    expect(check([])).toMatchObject({ problems: [], refused: false, centers: [], cases: [], withdrawals: [] });
    expect(check([], { isEmpty: true, centers: new Map(), cases: new Map() }).problems.map(where)).toEqual([
      'centers.csv:1 MISSING_FILE',
      'patients.csv:1 MISSING_FILE',
    ]);
  });
});

describe('checkBundle of what could not be read', () => {
  test('does not tell the consequences of an unreadable row', () => {
    const { problems } = check([
      file('treatments.csv', 'patient_code,line,drug,started_on', 'FR-001-0001,2,GLIVEC,2004-05-01'),
      file('doses.csv', 'patient_code,line,from_on,mg_per_day', 'FR-001-0001,2,2004-05-01,400'),
    ]);
    expect(problems.map(where)).toEqual(['treatments.csv:2:drug UNKNOWN_ENUM_VALUE']);
  });

  test('still finds contradictions and improbable values beside it', () => {
    const { problems } = check([
      file('treatments.csv', 'patient_code,line,drug,started_on', 'FR-001-0001,2,GLIVEC,2004-05-01', 'FR-001-0001,3,DASATINIB,2001-05-01'),
      file('assessments.csv', 'patient_code,assessed_on,wbc', 'FR-001-0001,2004-04-02,700'),
    ]);
    expect(problems.map(where)).toEqual([
      'assessments.csv:2:wbc OUTSIDE_SOFT_RANGE',
      'treatments.csv:2:drug UNKNOWN_ENUM_VALUE',
      'treatments.csv:3:started_on DATE_ORDER',
    ]);
  });

  test('checks the records of a patient whose own row is missing', () => {
    const header = 'patient_code,disease,diagnosed_on';
    const { problems, cases } = check([file('diagnoses.csv', header, 'FR-001-0009,9875/3,2046-01-01')]);
    expect(problems.map(where)).toEqual(['diagnoses.csv:2:diagnosed_on FUTURE_DATE', 'diagnoses.csv:2:patient_code UNKNOWN_PATIENT']);
    expect(cases).toEqual([]);
  });

  test('answers whatever was read with a report', () => {
    const rows: Readonly<Record<string, readonly string[]>> = {
      'patients.csv': [
        'patient_code,center_code,sex,birth_month,vital_status,died_on',
        'FR-001-0001,FR-001,F,1956-06,DEAD,2004-01-01',
        'FR-001-0001,FR-001,F,2056-06,DEAD,',
      ],
      'diagnoses.csv': [
        'patient_code,disease,diagnosed_on,karyotype',
        'FR-001-0001,9875/3,2004-01-01,"46,XX"',
        'FR-001-0002,8000/3,1900-01-01,',
      ],
      'treatments.csv': [
        'patient_code,line,drug,started_on,stopped_on',
        'FR-001-0001,1,IMATINIB,2003-01-01,2002-01-01',
        'FR-001-0002,99,OTHER,0001-01-01,',
      ],
      'failures.csv': ['patient_code,notified_on,failed_on,reported_subcategory', 'FR-001-0001,2003-01-01,2004-01-01,TOXICITY', 'x,y,z,"'],
    };
    const bundle = fc.tuple(
      ...Object.entries(rows).map(([name, [header = '', ...lines]]) =>
        fc.array(fc.constantFrom(...lines, '\0,\uFFFD')).map((some) => file(name, header, ...some)),
      ),
    );
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3]), bundle, (chosen, files) => {
        const { problems, refused } = check(files.filter((_, index) => chosen.includes(index)));
        expect(!refused || problems.some(({ severity }) => severity === 'HARD')).toBe(true);
      }),
    );
  });
});
