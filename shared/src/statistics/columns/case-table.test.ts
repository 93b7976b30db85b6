import fc from 'fast-check';
import { deriveCase } from '../../clinical';
import type { DerivedCase } from '../../domain';
import { caseFacts } from '../../testing';
import { answerQuestion, type Counts } from '../partials';
import { LAYOUT_VERSION } from '../question';
import type { CaseColumns } from './case-columns';
import { CaseColumnsBuilder } from './case-columns-builder';
import { CaseTable } from './case-table';

const someone = { ...deriveCase(caseFacts()), cml: true, disease: '9875/3' };

const patient: fc.Arbitrary<DerivedCase> = fc
  .record({ sex: fc.constantFrom('F' as const, 'M' as const), age: fc.integer({ min: 18, max: 99 }), mutated: fc.boolean() })
  .map(({ sex, age, mutated }) => ({ ...someone, sex, ageAtDiagnosis: age, mutations: mutated ? ['T315I'] : [] }));

/** A case by number, as it is from then on; undefined when it is gone. */
const change = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(patient, { nil: undefined }));

function figuresOf(columns: CaseColumns): readonly Counts[] {
  return answerQuestion(
    columns,
    'FR',
    {
      layoutVersion: LAYOUT_VERSION,
      filter: { registry: 'CML' },
      countries: ['FR'],
      figures: [
        { kind: 'size' },
        { kind: 'frequencies', of: 'SEX', by: 'AGE_GROUP_AT_DIAGNOSIS' },
        { kind: 'frequencies', of: 'MUTATION' },
        { kind: 'summary', of: 'AGE_AT_DIAGNOSIS', by: 'SEX' },
      ],
    },
    'EUROPEAN',
  );
}

function freshFigures(cases: Iterable<DerivedCase>): readonly Counts[] {
  const builder = new CaseColumnsBuilder();
  for (const one of cases) builder.add(one);
  return figuresOf(builder.build());
}

describe('a table of cases', () => {
  it('gives the figures of a fresh one after any changes, and leaves columns as they were shown', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 6 }), (rounds) => {
        const table = new CaseTable();
        const now = new Map<number, DerivedCase>();
        const shown = rounds.map((changes) => {
          for (const [number, one] of changes) {
            if (one) {
              table.put(number, one);
              now.set(number, one);
            } else {
              table.remove(number);
              now.delete(number);
            }
          }
          return { columns: table.columns(), expected: freshFigures(now.values()) };
        });
        for (const { columns, expected } of shown) expect(figuresOf(columns)).toEqual(expected);
      }),
    );
  });

  it('shares the columns in which nothing has changed', () => {
    const table = new CaseTable();
    table.put(1, { ...someone, ageAtDiagnosis: 40 });
    const before = table.columns();
    table.put(1, { ...someone, ageAtDiagnosis: 41 });
    const after = table.columns();
    expect(after.steps.AGE_AT_DIAGNOSIS).not.toBe(before.steps.AGE_AT_DIAGNOSIS);
    expect(after.codes.SEX).toBe(before.codes.SEX);
    expect(after.multiValued.MUTATION).toBe(before.multiValued.MUTATION);
  });
});
