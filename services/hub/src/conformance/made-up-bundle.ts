/** Files of a bundle by name: rows, the header first, each a list of cells. */
export type MadeUpBundle = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface BundleText {
  readonly name: string;
  readonly content: string;
}

/**
 * A bundle of a few made-up patients that no rule refuses, in a centre of their own: every file is in it. Whose sexes, months and
 * days are as far apart as these are nobody's duplicates.
 *
 * @param center code of a centre that the registry does not have
 */
export function madeUpBundle(center: string): MadeUpBundle {
  const code = (number: number): string => `${center}-${String(number).padStart(4, '0')}`;
  const [one, two, three] = [code(1), code(2), code(3)];
  return {
    'centers.csv': [
      ['center_code', 'name', 'city', 'opened_on'],
      [center, 'Conformance Centre', '', '2001-01-15'],
    ],
    'patients.csv': [
      'patient_code,center_code,sex,birth_month,consented_on,consent_withdrawn_on,vital_status,last_contact_on,died_on,death_cause'.split(
        ',',
      ),
      [one, center, 'F', '1951-03', '2001-09-03', '', 'ALIVE', '2006-05-30', '', ''],
      [two, center, 'M', '1938-11', '2002-02-11', '', 'DEAD', '2005-08-20', '2005-08-20', 'CML'],
      [three, center, 'M', '1964-07', '2003-04-07', '', 'ALIVE', '2006-06-02', '', ''],
    ],
    'diagnoses.csv': [
      'patient_code,disease,diagnosed_on,phase,ph_positive,transcript,spleen_cm,wbc,hemoglobin,platelets,blasts_pct,basophils_pct,eosinophils_pct,karyotype'.split(
        ',',
      ),
      [one, '9875/3', '2001-09-01', 'CHRONIC', 'true', 'e13a2', '4', '98.5', '112', '412', '1', '3', '2', ''],
      [two, '9875/3', '2002-02-08', 'CHRONIC', 'true', 'e14a2', '9', '180', '98', '623', '3', '4', '3', ''],
      [three, '9875/3', '2003-04-02', 'CHRONIC', 'true', '', '0', '45.2', '131', '298', '0', '2', '1', ''],
    ],
    'treatments.csv': [
      'patient_code,line,drug,started_on,stopped_on,stop_reason,prospective_study,best_response'.split(','),
      [one, '1', 'IMATINIB', '2001-10-01', '2003-11-15', 'RESISTANCE', '', ''],
      [two, '1', 'IMATINIB', '2002-03-01', '', '', '', ''],
      [three, '1', 'IMATINIB', '2003-05-01', '', '', '', ''],
    ],
    'doses.csv': [
      ['patient_code', 'line', 'from_on', 'mg_per_day'],
      [one, '1', '2001-10-01', '400'],
      [two, '1', '2002-03-01', '400'],
      [three, '1', '2003-05-01', '400'],
    ],
    'assessments.csv': [
      'patient_code,assessed_on,phase,complete_hematologic_response,wbc,platelets,blasts_pct,metaphases_examined,metaphases_ph_positive,bcr_abl1_is_pct,abl1_copies'.split(
        ',',
      ),
      [one, '2002-01-05', 'CHRONIC', 'true', '6.1', '240', '0', '25', '20', '42.5', '32000'],
      [one, '2003-11-03', 'CHRONIC', 'true', '7.9', '310', '0', '25', '25', '61.2', '41000'],
      [three, '2003-11-06', 'CHRONIC', 'true', '5.2', '201', '0', '30', '0', '0.4', '52000'],
    ],
    'mutations.csv': [
      ['patient_code', 'sampled_on', 'variant', 'vaf_pct', 'method'],
      [one, '2003-11-03', 'T315I', '', 'SANGER'],
    ],
    'adverse_events.csv': [
      ['patient_code', 'term', 'grade', 'onset_on', 'resolved_on', 'drug', 'action'],
      [two, 'Oedema peripheral', '2', '2002-06-10', '', 'IMATINIB', 'NONE'],
    ],
    'failures.csv': [
      ['patient_code', 'notified_on', 'failed_on', 'reported_subcategory', 'decision'],
      [one, '2004-01-12', '2003-11-03', 'NO_CYTOGENETIC_RESPONSE', 'DASATINIB'],
    ],
  };
}

/** A cell of a bundle: line 1 is the header. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** The same bundle with another value in one cell. */
export function withCell(bundle: MadeUpBundle, { file, line, column }: Place, value: string): MadeUpBundle {
  const rows = bundle[file] ?? [];
  const index = rows[0]?.indexOf(column) ?? -1;
  return { ...bundle, [file]: rows.map((row, at) => (at === line - 1 ? row.with(index, value) : row)) };
}

/** The same bundle without a column, or with one more. */
export function withoutColumn(bundle: MadeUpBundle, file: string, column: string): MadeUpBundle {
  const rows = bundle[file] ?? [];
  const index = rows[0]?.indexOf(column) ?? -1;
  return { ...bundle, [file]: rows.map((row) => row.toSpliced(index, 1)) };
}

export function withColumn(bundle: MadeUpBundle, file: string, column: string, value: string): MadeUpBundle {
  return { ...bundle, [file]: (bundle[file] ?? []).map((row, index) => [...row, index === 0 ? column : value]) };
}

/** The same bundle with a line twice. */
export function withLineTwice(bundle: MadeUpBundle, file: string, line: number): MadeUpBundle {
  const rows = bundle[file] ?? [];
  return { ...bundle, [file]: [...rows, rows[line - 1] ?? []] };
}

/** How many rows a bundle has, headers aside. */
export function rowsOf(bundle: MadeUpBundle): number {
  return Object.values(bundle).reduce((sum, rows) => sum + rows.length - 1, 0);
}

/** As RFC 4180 has it; no cell of a made-up bundle needs quotes. */
export function bundleText(bundle: MadeUpBundle, { newline = '\n', mark = '' } = {}): readonly BundleText[] {
  return Object.entries(bundle).map(([name, rows]) => ({
    name,
    content: `${mark}${rows.map((row) => `${row.join(',')}${newline}`).join('')}`,
  }));
}
