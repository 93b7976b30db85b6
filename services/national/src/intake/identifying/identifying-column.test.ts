import { isIdentifyingColumn } from './identifying-column';

test.each([
  'last_name',
  'surname',
  'nom',
  'Prénom',
  'patient_name',
  'Name',
  'fullName',
  'initials',
  'birth_date',
  'date_of_birth',
  'DOB',
  'Geburtsdatum',
  'date de naissance',
  'fødselsdato',
  'ssn',
  'NIR',
  'cpr_number',
  'hetu',
  'BSN',
  'dni',
  'codice_fiscale',
  'national_id',
  'social security number',
  'e-mail',
  'patientEmail',
  'phone',
  'address',
  'zip_code',
  'hospital_number',
  'MRN',
])('a column named %s identifies patients', (header) => {
  expect(isIdentifyingColumn(header)).toBe(true);
});

test.each([
  'patient_code',
  'center_name',
  'study_name',
  'drug name',
  'birth_month',
  'birth_year',
  'died_on',
  'visit_date',
  'remark',
  'telomere_length',
  'nominal_dose',
  'insertion',
  'sokal',
  '',
])('a column named %s does not', (header) => {
  expect(isIdentifyingColumn(header)).toBe(false);
});
