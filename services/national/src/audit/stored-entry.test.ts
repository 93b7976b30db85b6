import { EMPTY_CHAIN, linkEntries } from './chain-entry';
import { type SealedText, sealDigest, sealText } from './sealed-text';
import { evidenceFault, type StoredEntry } from './stored-entry';
import { MOMENT } from './testing';

const code = sealText('FR-001-0001');
const digest = sealDigest(code);
const values = sealText('{"records":[]}');

function stored(changes: Partial<StoredEntry> & { readonly withoutDigest?: true } = {}): StoredEntry {
  const { withoutDigest, ...others } = changes;
  const [entry] = linkEntries(EMPTY_CHAIN, [
    {
      recordedAt: MOMENT,
      actor: 'center-fr-001',
      roles: ['CENTER'],
      action: 'CORRECT',
      cases: [digest],
      ...(!withoutDigest && { contentDigest: sealDigest(values) }),
    },
  ]);
  if (!entry) throw new Error('one entry was to be linked');
  return { ...entry, names: new Map([[digest, code]]), ...others };
}

const nobody = new Map<string, SealedText>();
const erased = new Set([digest]);

describe('what belongs to an entry', () => {
  it.each([
    ['values and code are there', stored({ content: values }), new Set<string>()],
    ['values and code are erased', stored({ names: nobody }), erased],
    ['there never were values', stored({ withoutDigest: true }), new Set<string>()],
  ])('is as it was recorded when %s', (_, entry, erasedCases) => {
    expect(evidenceFault(entry, erasedCases)).toBeUndefined();
  });

  it.each([
    ['values were changed', stored({ content: { ...values, text: '{"records":[{}]}' } }), new Set<string>(), 'CHANGED'],
    ['the salt of values was changed', stored({ content: { ...values, salt: 'another' } }), new Set<string>(), 'CHANGED'],
    ['values are gone without a withdrawal', stored(), new Set<string>(), 'REMOVED'],
    ['values were put in', stored({ withoutDigest: true, content: values }), new Set<string>(), 'INSERTED'],
    ['erased values are back', stored({ names: nobody, content: values }), erased, 'INSERTED'],
    ['an erased code is back', stored(), erased, 'INSERTED'],
    ['the code is gone without a withdrawal', stored({ content: values, names: nobody }), new Set<string>(), 'REMOVED'],
    [
      'the code is another one',
      stored({ content: values, names: new Map([[digest, { ...code, text: 'FR-001-0002' }]]) }),
      new Set<string>(),
      'CHANGED',
    ],
  ])('is at fault when %s', (_, entry, erasedCases, fault) => {
    expect(evidenceFault(entry, erasedCases)).toMatchObject({ fault, sequence: 1 });
  });
});

test('a sealed text can not be told by trying texts without its salt', () => {
  expect(sealDigest(sealText('FR-001-0001'))).not.toBe(sealDigest(sealText('FR-001-0001')));
});
