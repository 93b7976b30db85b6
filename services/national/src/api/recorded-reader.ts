import type { ExpectedField } from '@registry-hub/shared/clinical';
import type { Center } from '@registry-hub/shared/domain';
import type { ReadAction } from '../audit';
import type { ExtensionFormat } from '../extension';
import type {
  CenterQualityFigures,
  DataQuery,
  DataQueryFilter,
  Page,
  PageRequest,
  PatientFilter,
  RegistryReader,
  StoredPatient,
} from '../storage';

/** Takes note of the patients that are about to be shown. */
export type NoteRead = (action: ReadAction, patientCodes: readonly string[]) => void;

/**
 * The reader that resolvers have, and the only one: whatever it shows of single patients is noted, one note a page. What lies
 * below a patient is loaded by the code of a patient who was shown, and needs no note of its own.
 */
export class RecordedReader {
  constructor(
    private readonly reader: RegistryReader,
    private readonly note: NoteRead,
  ) {}

  async patientsPage(filter: PatientFilter, request: PageRequest): Promise<Page<StoredPatient>> {
    const page = await this.reader.patientsPage(filter, request);
    return this.noted('READ_PATIENTS', page, codesOf(page.items));
  }

  async patients(codes: readonly string[]): Promise<readonly StoredPatient[]> {
    const patients = await this.reader.patients(codes);
    return this.noted('READ_PATIENT', patients, codesOf(patients));
  }

  /** A kind of an extension's records of these patients, or centres, by code and in key order. */
  async extensionRecords<R extends object>(
    format: ExtensionFormat<R>,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly R[]>> {
    const records = await this.reader.extensionRecords(format, codes);
    return this.noted('READ_PATIENT', records, format.owner === 'PATIENT' ? [...records.keys()] : []);
  }

  async dataQueriesPage(filter: DataQueryFilter, request: PageRequest): Promise<Page<DataQuery>> {
    const page = await this.reader.dataQueriesPage(filter, request);
    const codes = new Set(page.items.map(({ patientCode }) => patientCode));
    return this.noted('READ_DATA_QUERIES', page, [...codes]);
  }

  registeredCases(): Promise<number> {
    return this.reader.registeredCases();
  }

  revision(): Promise<number> {
    return this.reader.revision();
  }

  oldestDerivation(): Promise<number | undefined> {
    return this.reader.oldestDerivation();
  }

  casesToRederive(): Promise<number> {
    return this.reader.casesToRederive();
  }

  centersPage(request: PageRequest): Promise<Page<Center>> {
    return this.reader.centersPage(request);
  }

  countCenters(): Promise<number> {
    return this.reader.countCenters();
  }

  countPatients(filter: PatientFilter): Promise<number> {
    return this.reader.countPatients(filter);
  }

  countDataQueries(filter: DataQueryFilter): Promise<number> {
    return this.reader.countDataQueries(filter);
  }

  qualityByCenter(expected: readonly ExpectedField[]): Promise<readonly CenterQualityFigures[]> {
    return this.reader.qualityByCenter(expected);
  }

  private noted<T>(action: ReadAction, answer: T, codes: readonly string[]): T {
    if (codes.length > 0) this.note(action, codes);
    return answer;
  }
}

function codesOf(patients: readonly StoredPatient[]): readonly string[] {
  return patients.map(({ patient }) => patient.patientCode);
}
