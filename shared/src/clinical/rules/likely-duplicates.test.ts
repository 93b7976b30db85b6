import { caseFacts } from '../../testing/case-facts';
import { likelyDuplicates } from './likely-duplicates';
import { type ComparableCase, comparableCase } from './registry-rule';

const one: ComparableCase = comparableCase(caseFacts());
const other = (changes: Partial<ComparableCase>): ComparableCase => ({ ...one, patientCode: 'FR-001-0002', ...changes });

describe('LIKELY_DUPLICATE', () => {
  test.each<[string, Partial<ComparableCase>, number]>([
    ['alike in everything', {}, 1],
    ['other days of the same months', { diagnosedOn: '2001-12-31', imatinibStartedOn: '2002-01-01' }, 1],
    ['another centre', { centerCode: 'FR-002' }, 0],
    ['another sex', { sex: 'M' }, 0],
    ['another birth month', { birthMonth: '1950-07' }, 0],
    ['diagnosed in another month', { diagnosedOn: '2001-11-30' }, 0],
    ['imatinib in another month', { imatinibStartedOn: '2002-02-01' }, 0],
  ])('%s', (_, changes, count) => {
    expect(likelyDuplicates([one, other(changes)])).toHaveLength(count);
  });

  test('one suspicion, on the later code, whatever the order of the cases', () => {
    const expected = [
      expect.objectContaining({ at: { kind: 'patient', key: ['FR-001-0002'] }, message: expect.stringContaining('as FR-001-0001;') }),
    ];
    expect(likelyDuplicates([one, other({})])).toEqual(expected);
    expect(likelyDuplicates([other({}), one])).toEqual(expected);
  });

  test('three alike are two suspicions about the first', () => {
    const messages = likelyDuplicates([one, other({}), other({ patientCode: 'FR-001-0003' })]).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages.every((message) => message.includes('as FR-001-0001;'))).toBe(true);
  });

  test('what is not documented is not alike', () => {
    const undocumented = comparableCase(caseFacts({ diagnosis: undefined, treatments: [] }));
    expect(likelyDuplicates([undocumented, { ...undocumented, patientCode: 'FR-001-0002' }])).toEqual([]);
  });
});
