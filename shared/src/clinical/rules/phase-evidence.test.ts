import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { differentialSumRule, phaseFitsCountsRule } from './phase-evidence';

describe('PHASE_CONTRADICTED_BY_COUNTS', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['chronic with 14.9 % blasts and 19.9 % basophils', { diagnosis: { blastsPct: 14.9, basophilsPct: 19.9 } }, []],
    ['chronic with 15 % blasts', { diagnosis: { blastsPct: 15 } }, ['diagnosis.phase']],
    ['chronic with 20 % basophils', { diagnosis: { basophilsPct: 20 } }, ['diagnosis.phase']],
    ['accelerated with 29 % blasts', { assessments: [{ phase: 'ACCELERATED', blastsPct: 29 }] }, []],
    ['accelerated with 30 % blasts', { assessments: [{ phase: 'ACCELERATED', blastsPct: 30 }] }, ['assessment.phase']],
    ['blast phase outside marrow and blood', { assessments: [{ phase: 'BLAST', blastsPct: 2 }] }, []],
    ['no phase documented', { assessments: [{ phase: undefined, blastsPct: 40 }] }, []],
    ['nothing counted', { diagnosis: { blastsPct: undefined, basophilsPct: undefined } }, []],
    ['no diagnosis', { diagnosis: undefined }, []],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(phaseFitsCountsRule, changes).map((hit) => hit.at)).toEqual(at);
  });
});

describe('DIFFERENTIAL_EXCEEDS_100', () => {
  test.each<[string, CaseChanges, number]>([
    ['101, as rounding may have it', { diagnosis: { blastsPct: 50, basophilsPct: 31, eosinophilsPct: 20 } }, 0],
    ['more than 101', { diagnosis: { blastsPct: 50, basophilsPct: 31, eosinophilsPct: 20.5 } }, 1],
    ['two of three', { diagnosis: { blastsPct: 60, basophilsPct: 50, eosinophilsPct: undefined } }, 1],
    ['no diagnosis', { diagnosis: undefined }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(differentialSumRule, changes)).toHaveLength(count);
  });
});
