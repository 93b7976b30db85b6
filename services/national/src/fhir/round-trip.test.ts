import { type CaseFacts, type Center, type RecordKind, type RecordTypes, recordKinds } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import * as fc from 'fast-check';
import { bundleEntries, ndjson } from '.';
import { arbitraryRegistry, ndjsonEntries, readResources, recordsIn, writeResources } from './testing';

type Lists = { readonly [K in RecordKind]: readonly RecordTypes[K][] };

const flat = <K extends 'treatments' | 'doses' | 'assessments' | 'mutations' | 'adverseEvents'>(cases: readonly CaseFacts[], list: K) =>
  cases.flatMap((facts): readonly CaseFacts[K][number][] => facts[list]);

const listsOf = (centers: readonly Center[], cases: readonly CaseFacts[]): Lists => ({
  center: centers,
  patient: cases.map(({ patient }) => patient),
  diagnosis: cases.flatMap(({ diagnosis }) => diagnosis ?? []),
  treatment: flat(cases, 'treatments'),
  dose: flat(cases, 'doses'),
  assessment: flat(cases, 'assessments'),
  mutation: flat(cases, 'mutations'),
  adverseEvent: flat(cases, 'adverseEvents'),
  failure: cases.flatMap(({ failure }) => failure ?? []),
});

const byKey = (records: readonly object[]): readonly string[] =>
  records.map((record) => JSON.stringify(record, Object.keys(record).toSorted())).toSorted();

/** The same JSON with the order of everything turned round: elements, components, codings, extensions. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.toReversed().map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, below]) => [name, turnedRound(below)]),
  );
}

describe('records written as FHIR and read again', () => {
  it.each(recordKinds)('are the same: %s', (kind) => {
    fc.assert(
      fc.property(arbitraryRegistry, ({ centers, cases }) => {
        const reading = readResources(ndjsonEntries(ndjson(writeResources(centers, cases))), 'FR');
        expect(reading.problems).toEqual([]);
        expect(byKey(recordsIn(reading, kind))).toEqual(byKey(listsOf(centers, cases)[kind]));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same whatever the order of resources and of what is in them', () => {
    fc.assert(
      fc.property(arbitraryRegistry, ({ centers, cases }) => {
        const entry = [...writeResources(centers, cases)].map((resource) => ({
          resource: turnedRound(JSON.parse(JSON.stringify(resource))),
        }));
        const reading = readResources(bundleEntries({ resourceType: 'Bundle', type: 'collection', entry: entry.toReversed() }), 'FR');
        expect(reading.problems).toEqual([]);
        const lists = listsOf(centers, cases);
        for (const kind of recordKinds) expect(byKey(recordsIn(reading, kind))).toEqual(byKey(lists[kind]));
      }),
      { numRuns: 40 },
    );
  });

  it('keep the order in which they were written', () => {
    const whole = caseFacts({ assessments: [{ assessedOn: '2002-04-15' }, { assessedOn: '2002-10-15', wbc: undefined }] });
    const reading = readResources(ndjsonEntries(ndjson(writeResources([], [whole]))), 'FR');
    expect(recordsIn(reading, 'assessment')).toEqual(whole.assessments);
  });
});
