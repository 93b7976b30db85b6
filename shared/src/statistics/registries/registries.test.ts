import { deriveCase } from '../../clinical';
import { type CaseChanges, caseFacts } from '../../testing';
import { CaseColumnsBuilder } from '../columns';
import { originsOf } from '../event-times';
import { frequencyFigure } from '../figures';
import { answerQuestion } from '../partials';
import { LAYOUT_VERSION } from '../question';
import { isMultiValued } from '../variables';
import { type RegistryName, registries } from './registries';
import { registriesMarkdown } from './registries-markdown';
import { declareRegistry, type RegistryDeclaration } from './registry-declaration';
import type { ReportFigure } from './report-section';

const otherTumour = { disease: '8936/3', transcript: undefined, phPositive: undefined };

describe('who belongs', () => {
  it.each<[string, CaseChanges, readonly RegistryName[]]>([
    ['a notified failure that is eligible', {}, ['IMATINIB_FAILURE', 'CML', 'ALL', 'TKI_OBSERVATORY']],
    ['one that is not', { patient: { birthMonth: '1990-01' } }, ['CML', 'ALL', 'TKI_OBSERVATORY']],
    ['no failure', { failure: undefined }, ['CML', 'ALL', 'TKI_OBSERVATORY']],
    ['CML without an inhibitor', { failure: undefined, treatments: [{ drug: 'INTERFERON_ALFA' }] }, ['CML', 'ALL']],
    ['CML with no documented treatment', { failure: undefined, treatments: [] }, ['CML', 'ALL']],
    ['CML on a later inhibitor alone', { failure: undefined, treatments: [{ drug: 'ASCIMINIB' }] }, ['CML', 'ALL', 'TKI_OBSERVATORY']],
    ['another tumour on imatinib', { diagnosis: otherTumour, failure: undefined }, ['ALL']],
    ['no diagnosis', { diagnosis: undefined }, []],
  ])('%s', (_what, changes, expected) => {
    const patient = deriveCase(caseFacts(changes));
    expect(registries.filter(({ isMember }) => isMember(patient)).map(({ name }) => name)).toEqual(expected);
  });
});

/** The endpoint and origin of a figure over time. */
function analysisOf(figure: ReportFigure) {
  if (figure.field === 'survival' || figure.field === 'coxRegression') return { endpoint: figure.endpoint, from: figure.from };
  return figure.field === 'cumulativeIncidence' ? { endpoint: `INCIDENCE_OF_${figure.event}` as const, from: figure.from } : undefined;
}

describe.each(registries.map((registry) => [registry.name, registry] as const))('the declaration of %s', (_name, registry) => {
  const sensible = [
    ...registry.endpoints,
    ...registry.events.map(({ event, from }) => ({ endpoint: `INCIDENCE_OF_${event}` as const, from })),
  ];
  const figures = registry.report.flatMap((section) => section.figures);

  it('asks for analyses that there are', () => {
    for (const { endpoint, from } of sensible) expect(originsOf(endpoint)).toEqual(expect.arrayContaining([...from]));
  });

  it('reports figures over time that it calls sensible', () => {
    for (const analysis of figures.flatMap((figure) => analysisOf(figure) ?? [])) {
      expect(sensible.find(({ endpoint }) => endpoint === analysis.endpoint)?.from).toContain(analysis.from);
    }
  });

  it('groups by variables of one value a patient', () => {
    expect(figures.filter((figure) => 'by' in figure && figure.by && isMultiValued(figure.by))).toEqual([]);
  });

  it('enters late from failure alone, and where it says from when', () => {
    const late = figures.flatMap((figure) => ('delayedEntry' in figure ? [[figure.from, registry.delayedEntry?.from]] : []));
    expect(late.filter(([from, entry]) => from !== 'FAILURE' || entry !== 'notifiedOn')).toEqual([]);
  });

  it('has a report', () => {
    expect(figures.length).toBeGreaterThan(0);
  });
});

describe('one more sub-registry', () => {
  const women = declareRegistry({
    name: 'WOMEN',
    title: 'Women',
    description: 'Women, whatever they have.',
    isMember: ({ sex }) => sex === 'F',
    defaultOrigin: 'DIAGNOSIS',
    endpoints: [{ endpoint: 'OVERALL', from: ['DIAGNOSIS'], reason: 'It is counted here.' }],
    events: [],
    notes: [],
    report: [{ title: 'All of it', figures: [{ field: 'frequencies', variable: 'RECORD_STATUS' }] }],
  });
  const patients = [
    {},
    { ehdsOptOut: true },
    { patient: { sex: 'M' } },
    { recordStatus: 'VALIDATED' },
  ] as const satisfies readonly CaseChanges[];
  const columns = (declared: readonly RegistryDeclaration[]) => {
    const builder = new CaseColumnsBuilder({ registries: declared });
    for (const changes of patients) builder.add(deriveCase(caseFacts(changes)));
    return builder.build();
  };

  it.each([
    ['EUROPEAN', ['NOTIFIED', 1], ['VALIDATED', 1]],
    ['NATIONAL', ['NOTIFIED', 2], ['VALIDATED', 1]],
  ] as const)('is one declaration: its %s figures come through the same code', (scope, ...expected) => {
    // the API lets through what is declared for the product; below it a name is a name
    const filter = { registry: women.name as string as RegistryName };
    const question = {
      layoutVersion: LAYOUT_VERSION,
      filter,
      countries: ['FR'],
      figures: [{ kind: 'frequencies', of: 'RECORD_STATUS' }],
    } as const;
    const [counts] = answerQuestion(columns([...registries, women]), 'FR', question, scope);
    if (!counts) throw new Error('no answer');
    const { values, cells } = frequencyFigure(counts, 'RECORD_STATUS', undefined, ['FR']);
    expect(values.map((value, row) => [value, ...(cells[row] ?? [])])).toEqual(expected);
  });

  it('is told in the README', () => {
    expect(registriesMarkdown([women]).split('\n')).toEqual([
      '| `registry` | who belongs | origin | endpoints and events | report |',
      '| --- | --- | --- | --- | --- |',
      '| `WOMEN` | Women, whatever they have. | `DIAGNOSIS` | `OVERALL` | All of it |',
    ]);
  });

  it('is refused as the eighth: a row has seven bits for them', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ ...women, name: `WOMEN_${index}` }));
    expect(() => columns(many)).toThrow('expected at most 7 sub-registries, not 8');
  });

  it('is nobody where it is not declared', () => {
    const question = {
      layoutVersion: LAYOUT_VERSION,
      filter: { registry: 'CML' },
      countries: ['FR'],
      figures: [{ kind: 'size' }],
    } as const;
    expect(() => answerQuestion(columns([women]), 'FR', question, 'NATIONAL')).toThrow('there is no sub-registry CML');
  });
});
