import type { Finding } from '@registry-hub/shared/domain';
import { type RuleQuery, synchroniseQueries } from './data-query-sync';

const code = 'FR-001-0001';
const finding: Finding = {
  rule: 'OUTSIDE_SOFT_RANGE',
  severity: 'SOFT',
  at: { kind: 'assessment', key: [code, '2003-01-20'], field: 'wbc' },
  message: 'wbc is 120; usual is 1 to 100.',
};
const query: RuleQuery = { ...finding, id: '7', patientCode: code, state: 'OPEN', raisedAt: new Date(0), closedByRule: false };

const synchronise = (found: readonly Finding[], stored: readonly RuleQuery[]) => synchroniseQueries(new Map([[code, found]]), stored);

describe('bringing queries in line with findings', () => {
  it('raises what was not asked before, once', () => {
    expect(synchronise([finding, { ...finding, message: 'the same in other words' }], [])).toEqual({
      raise: [{ patientCode: code, finding: { ...finding, message: 'the same in other words' } }],
      update: [],
    });
  });

  it.each<[string, Partial<Finding>]>([
    ['another rule', { rule: 'ANOTHER' }],
    ['another record', { at: { ...finding.at, key: [code, '2003-02-20'] } }],
    ['another field', { at: { ...finding.at, field: 'platelets' } }],
    ['the whole record', { at: { kind: 'assessment', key: finding.at.key } }],
  ])('takes a finding about %s for another question', (_, changes) => {
    expect(synchronise([finding, { ...finding, ...changes }], [query]).raise).toHaveLength(1);
  });

  it.each<[string, readonly Finding[], Partial<RuleQuery>, readonly object[]]>([
    ['leaves an open one as it is', [finding], {}, []],
    ['leaves an answered one as it is', [finding], { state: 'ANSWERED' }, []],
    [
      'puts the current values into its sentence',
      [finding],
      { message: 'wbc is 110.' },
      [{ state: 'OPEN', message: finding.message, reopens: false }],
    ],
    ['closes it when the rule no longer applies', [], {}, [{ state: 'CLOSED', closedByRule: true, message: finding.message }]],
    ['closes an answered one likewise', [], { state: 'ANSWERED' }, [{ state: 'CLOSED', closedByRule: true }]],
    [
      'opens one again that a rule closed',
      [finding],
      { state: 'CLOSED', closedByRule: true },
      [{ state: 'OPEN', closedByRule: false, reopens: true }],
    ],
    ['leaves closed what a person closed', [finding], { state: 'CLOSED' }, []],
    ['leaves closed what is closed', [], { state: 'CLOSED', closedByRule: true }, []],
  ])('%s', (_, found, stored, expected) => {
    const { raise, update } = synchronise(found, [{ ...query, ...stored }]);
    expect(raise).toEqual([]);
    expect(update).toEqual(expected.map((change) => expect.objectContaining({ id: '7', ...change })));
  });

  it('does nothing the second time', () => {
    const stored = synchronise([finding], []).raise.map(() => query);
    expect(synchronise([finding], stored)).toEqual({ raise: [], update: [] });
  });
});
