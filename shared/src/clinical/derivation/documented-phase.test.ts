import type { Phase } from '../../domain';
import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { documentedPhase } from './documented-phase';

describe('documentedPhase', () => {
  const start = '2002-01-15';
  test.each<[string, CaseChanges, Phase | undefined]>([
    ['the phase at diagnosis holds', {}, 'CHRONIC'],
    ['nothing documented', { diagnosis: { phase: undefined }, assessments: [] }, undefined],
    ['no diagnosis', { diagnosis: undefined, assessments: [] }, undefined],
    ['an assessment in between', { assessments: [{ assessedOn: '2002-01-02', phase: 'ACCELERATED' }] }, 'ACCELERATED'],
    ['an assessment of the day', { assessments: [{ assessedOn: start, phase: 'BLAST' }] }, 'BLAST'],
    ['an assessment of the day after', { assessments: [{ assessedOn: '2002-01-16', phase: 'BLAST' }] }, 'CHRONIC'],
    ['an assessment without a phase', { assessments: [{ assessedOn: '2002-01-02', phase: undefined }] }, 'CHRONIC'],
    ['a second chronic phase', { diagnosis: { phase: 'BLAST' }, assessments: [{ assessedOn: '2002-01-02', phase: 'CHRONIC' }] }, 'CHRONIC'],
    [
      'the more advanced of one day',
      { diagnosis: { phase: 'ACCELERATED', diagnosedOn: '2002-01-02' }, assessments: [{ assessedOn: '2002-01-02', phase: 'CHRONIC' }] },
      'ACCELERATED',
    ],
    ['a diagnosis after the start', { diagnosis: { diagnosedOn: '2002-02-01' }, assessments: [] }, undefined],
  ])('%s', (_, changes, expected) => {
    expect(documentedPhase(caseFacts(changes), start)).toBe(expected);
  });
});
