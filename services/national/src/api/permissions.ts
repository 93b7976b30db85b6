import type { CountryIdentity } from '@registry-hub/shared/domain';
import { type Caller, hasNationalRole, hasRole, type Role, roles } from '@registry-hub/shared/identity';
import type { Arguments, Right, Rights } from './guard-schema';
import { centerOf } from './reading-rights';
import { type CountryRoot, recordOperationNames } from './resolvers';

/** Who may do what in a national registry: every door of the schema, and who it opens to. What is not here is closed. */
export function nationalRights(
  { code: country }: CountryIdentity,
  { fieldName, typeName, operationsName }: Omit<CountryRoot, 'resolver'>,
): Rights {
  const ofCountry =
    (...wanted: readonly Role[]): Right =>
    (caller) =>
      hasNationalRole(caller, country, ...wanted);
  /** A CENTER, as far as the codes in the arguments are its own; absent ones ask for what its centre has. */
  const ownCenter =
    (codesOf: (args: Arguments) => readonly unknown[] = () => []): Right =>
    (caller, args) => {
      const center = centerOf(caller, country);
      return center !== undefined && codesOf(args).every((code) => code === center || String(code).startsWith(`${center}-`));
    };
  const coordinator = ofCountry('COORDINATOR');
  const validator = ofCountry('VALIDATOR');
  const recording = either(
    coordinator,
    ownCenter((args) => [...given('patientCode')(args), ...givenIn('input', 'patientCode', 'centerCode')(args)]),
  );

  return {
    Query: { [fieldName]: anyone, _entities: anyone, _service: () => true },
    Mutation: { [fieldName]: anyone },
    [typeName]: { code: anyone, name: anyone, registry: anyone },
    NationalRegistry: {
      registeredCases: anyone,
      revision: anyone,
      derivationVersion: anyone,
      casesToRederive: anyone,
      cohort: either(lead, coordinator, validator),
      center: either(coordinator, validator, ownCenter(given('code'))),
      centers: either(coordinator, validator, ownCenter()),
      patient: either(coordinator, validator, ownCenter(given('code'))),
      patients: either(coordinator, validator, ownCenter(givenIn('filter', 'center'))),
      dataQueries: either(coordinator, validator, ownCenter(givenIn('filter', 'center', 'patientCode'))),
      quality: either(coordinator, validator, ownCenter()),
      auditTrail: coordinator,
      auditVerification: coordinator,
      maskingKeyFingerprint: coordinator,
      countryKeys: coordinator,
      disclosureLog: coordinator,
      disclosureSettings: coordinator,
    },
    Patient: { '*': () => true, history: coordinator },
    [operationsName]: {
      importBundle: coordinator,
      withdrawConsent: coordinator,
      setEhdsOptOut: coordinator,
      recordCenter: coordinator,
      correctCenter: coordinator,
      recordPatient: recording,
      correctPatient: recording,
      voidPatient: recording,
      notifyFailure: recording,
      ...Object.fromEntries(recordOperationNames.map((name) => [name, recording])),
      answerDataQuery: either(coordinator, ownCenter()),
      raiseDataQuery: either(coordinator, validator),
      closeDataQuery: either(coordinator, validator),
      verifyAssessment: either(coordinator, validator),
      verifyMutation: either(coordinator, validator),
      recordMonitoringVisit: either(coordinator, validator),
      rederive: coordinator,
      confirmCountryKey: coordinator,
      setDisclosurePolicy: coordinator,
      setRecordStatus: (caller, args) => (args['status'] === 'LOCKED' ? coordinator : either(coordinator, validator))(caller, args),
    },
  };
}

function anyone(caller: Caller): boolean {
  return hasRole(caller, ...roles);
}

function lead(caller: Caller): boolean {
  return hasRole(caller, 'LEAD');
}

function either(...rights: readonly Right[]): Right {
  return (caller, args) => rights.some((right) => right(caller, args));
}

/** The values of these arguments that are there. */
function given(...names: readonly string[]): (args: Arguments) => readonly unknown[] {
  return (args) => names.flatMap((name) => args[name] ?? []);
}

/** The same for fields of one argument. */
function givenIn(argument: string, ...names: readonly string[]): (args: Arguments) => readonly unknown[] {
  return (args) => given(...names)((args[argument] ?? {}) as Arguments);
}
