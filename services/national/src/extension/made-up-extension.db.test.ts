import { bundleFormat } from '@registry-hub/shared/domain';
import { askFrequencies, type CohortInquiry, FrequencyTable, readCohortFilter } from '@registry-hub/shared/graphql';
import { caseFacts } from '@registry-hub/shared/testing';
import { type ClassType, Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Column, Entity, ForeignKey, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import type { NationalContext } from '../api';
import { frenchObservatory } from '../extensions/french-observatory';
import type { BundleFile } from '../intake';
import { catchUpExtensions } from '../rederivation';
import { PatientEntity, RegistryWriter } from '../storage';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry, writeBundle } from '../testing';
import type { ExtensionFormat } from './extension-format';
import { InstalledExtensions } from './installed-extensions';
import type { CountryTypes, NationalExtension } from './national-extension';

/** All that a second extension needs: nothing but this file knows it. */

interface Frailty {
  readonly patientCode: string;
  readonly frail: boolean;
}

@Entity('made_up_frailties')
class FrailtyEntity {
  @ForeignKey(() => PatientEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  patientCode!: string;

  @Column('boolean')
  frail!: boolean;
}

class CreateFrailties implements MigrationInterface {
  readonly name = 'CreateFrailties1795219299990';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE made_up_frailties (
         patient_code text NOT NULL PRIMARY KEY REFERENCES patients ON DELETE CASCADE, frail boolean NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE made_up_frailties');
  }
}

const frailties: ExtensionFormat<Frailty> = {
  kind: 'made-up/frailty',
  file: 'made_up_frailties.csv',
  owner: 'PATIENT',
  key: ['patientCode'],
  columns: { patientCode: bundleFormat.diagnosis.columns.patientCode, frail: { kind: 'boolean', required: true } },
  entity: FrailtyEntity,
};

const frailVariable = { declared: 'madeUp.frail', values: ['true', 'false'] };

@ObjectType('MadeUp')
class MadeUpType {
  inquiry!: CohortInquiry;
}

@Resolver(() => MadeUpType)
class MadeUpResolver {
  @FieldResolver(() => FrequencyTable)
  frailty(@Root() { inquiry }: MadeUpType): Promise<FrequencyTable> {
    return askFrequencies(inquiry, frailVariable, undefined);
  }
}

function madeUpRoot({ country }: CountryTypes): ClassType {
  @Resolver(() => country)
  class CountryMadeUpResolver {
    @FieldResolver(() => MadeUpType)
    madeUp(@Ctx() { statistics }: NationalContext): MadeUpType {
      return { inquiry: statistics.cohort(readCohortFilter({ registry: 'ALL' })) };
    }
  }
  return CountryMadeUpResolver;
}

const madeUp: NationalExtension = {
  name: 'made-up',
  title: 'Made-up extension',
  version: '0.1.0',
  compatibility: '^1.0.0',
  migrations: [CreateFrailties],
  formats: [frailties],
  recordRules: [],
  caseRules: [],
  derivation: {
    version: 1,
    catalogue: { variables: [frailVariable], measures: [], days: [] },
    derive: (one) => {
      const [record] = one.recordsOf(frailties);
      return record ? { 'madeUp.frail': String(record.frail) } : {};
    },
  },
  api: {
    resolvers: (types) => [madeUpRoot(types), MadeUpResolver],
    rights: [{ title: 'made up', fields: [{ field: 'Country.madeUp' }], grants: { COORDINATOR: { scope: 'OWN_COUNTRY' } } }],
    doors: [],
  },
};

const coordinator = callerAs('COORDINATOR');
const bundle = writeBundle(
  [{ centerCode: 'FR-001', name: 'Poitiers' }],
  [caseFacts(), caseFacts({ patient: { patientCode: 'FR-001-0002', birthMonth: '1961-02' } })],
);
const file: BundleFile = { name: 'made_up_frailties.csv', content: 'patient_code,frail\nFR-001-0001,true\nFR-001-0002,false\n' };

describe('a second extension', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry(undefined, [frenchObservatory, madeUp]);
  });
  afterEach(() => registry.close());

  const bring = (files: readonly BundleFile[]) =>
    registry.services.importer.importBundle(files, { dryRun: false, by: coordinator, now: TEST_NOW });
  const ask = async (source: string, caller = coordinator): Promise<unknown> => {
    const { data, errors } = await registry.ask(caller, source);
    return errors ? errors.map(({ message }) => message) : JSON.parse(JSON.stringify(data));
  };
  const figure = '{ france { madeUp { frailty { rows { value count } } } } }';
  const told = {
    france: {
      madeUp: {
        frailty: {
          rows: [
            { value: 'true', count: 1 },
            { value: 'false', count: 1 },
          ],
        },
      },
    },
  };
  const turn = (on: boolean): Promise<unknown> =>
    ask(`mutation { france { setExtension(name: "made-up", on: ${on}) { name on message } } }`);

  it('needs no change elsewhere: its file, its table, its field and its figures are there, beside those of another', async () => {
    expect(await bring([...bundle, file])).toMatchObject({ stored: true, problems: [] });
    expect(await ask(figure)).toEqual(told);
    expect(await ask('{ france { observatory { campaigns { campaign } } } }')).toEqual({ france: { observatory: { campaigns: [] } } });
    expect(await ask(figure, callerAs('VALIDATOR'))).toEqual(['Your role does not grant this.']);
  });

  it('is switched off and on by a coordinator, while the service runs; what it keeps stays and follows the facts', async () => {
    await bring([...bundle, file]);
    expect(await turn(false)).toEqual({
      france: { setExtension: { name: 'made-up', on: false, message: 'A coordinator has switched it off.' } },
    });
    expect(await ask(figure)).toEqual([expect.stringMatching(/^Cannot query field "madeUp" on type "France"/)]);
    const { refused, problems } = await bring([...bundle, file]);
    expect({ refused, problems: problems.map(({ file: name, rule }) => [name, rule]) }).toEqual({
      refused: true,
      problems: [['made_up_frailties.csv', 'UNKNOWN_FILE']],
    });
    await registry.dataSource.query("UPDATE made_up_frailties SET frail = true WHERE patient_code = 'FR-001-0002'");
    await bring(writeBundle([], [caseFacts({ patient: { patientCode: 'FR-001-0002', birthMonth: '1961-03' } })]));

    expect(await turn(true)).toEqual({ france: { setExtension: { name: 'made-up', on: true, message: null } } });
    expect(await ask(figure)).toEqual({ france: { madeUp: { frailty: { rows: [{ value: 'true', count: 2 }] } } } });
  });

  it('is listed with its state, and every switch is in the audit trail', async () => {
    await turn(false);
    const list = '{ france { registry { extensions { name on compatible message } } } }';
    const extensions = [
      { name: 'french-observatory', on: true, compatible: true, message: null },
      { name: 'made-up', on: false, compatible: true, message: 'A coordinator has switched it off.' },
    ];
    expect(await ask(list)).toEqual({ france: { registry: { extensions } } });
    expect(await ask(list, callerAs('LEAD'))).toEqual({ france: { registry: { extensions } } });
    expect(await ask(list, callerAs('CENTER', 'FR-001'))).toEqual([expect.any(String)]);
    const trail = '{ france { registry { auditTrail(first: 1) { edges { node { action changes { kind key } } } } } } }';
    const node = { action: 'SETTINGS', changes: [{ kind: 'setting', key: ['extension', 'made-up'] }] };
    expect(await ask(trail)).toEqual({ france: { registry: { auditTrail: { edges: [{ node }] } } } });
    expect(await ask('mutation { france { setExtension(name: "none-such", on: true) { on } } }')).toEqual([expect.any(String)]);
  });

  it('derives at a later start what it had not derived yet', async () => {
    await bring([...bundle, file]);
    await registry.dataSource.query('DELETE FROM extension_cases');
    const writer = new RegistryWriter(registry.dataSource, new InstalledExtensions([frenchObservatory, madeUp]));
    // both extensions derive a case that waits for either
    expect(await catchUpExtensions(writer, () => TEST_NOW)).toBe(2);
    expect(await catchUpExtensions(writer, () => TEST_NOW)).toBe(0);
    expect(await ask(figure)).toEqual(told);
  });
});
