import fc from 'fast-check';
import { differingPatients, judgeDifference } from './judge-difference';

const K = 5;
const patients = fc.nat({ max: 30 });

describe('the judgement of a cohort that differs by few from an earlier one', () => {
  it.each([
    ['nobody differs: the same cohort', 0, undefined, undefined],
    ['one', 1, 'FLAGGED', 'REFUSED'],
    ['k − 1', 4, 'FLAGGED', 'REFUSED'],
    ['k', 5, undefined, undefined],
  ])('%s', (_what, differing, flagged, refused) => {
    expect([judgeDifference(differing, K, false), judgeDifference(differing, K, true)]).toEqual([flagged, refused]);
  });

  it('is the same in both orders, and never laxer under a larger k or a refusing setting', () => {
    fc.assert(
      fc.property(patients, patients, patients, fc.integer({ min: 2, max: 12 }), fc.boolean(), (onlyHere, onlyThere, both, k, refuses) => {
        const forth = differingPatients({ onlyHere, onlyThere, there: onlyThere + both }, { size: onlyThere + both, complete: true });
        const back = differingPatients(
          { onlyHere: onlyThere, onlyThere: onlyHere, there: onlyHere + both },
          { size: onlyHere + both, complete: true },
        );
        expect(forth).toBe(back);
        const decision = judgeDifference(forth, k, refuses);
        if (decision) expect(judgeDifference(forth, k + 1, refuses)).toBe(decision);
        expect(judgeDifference(forth, k, true) === undefined).toBe(decision === undefined);
        expect(decision !== undefined).toBe(forth > 0 && forth < k);
      }),
    );
  });

  it('counts the patients of a country that does not answer now as those who are left of the earlier cohort', () => {
    fc.assert(
      fc.property(patients, patients, patients, patients, (onlyHere, onlyThere, both, silent) => {
        const there = onlyThere + both;
        const known = differingPatients({ onlyHere, onlyThere, there }, { size: there + silent, complete: false });
        expect(known).toBe(onlyHere + onlyThere + silent);
      }),
    );
  });

  it('takes them for one where data changed and nobody can tell', () => {
    expect(differingPatients({ onlyHere: 0, onlyThere: 0, there: 12 }, { size: 10, complete: false })).toBe(1);
    expect(differingPatients({ onlyHere: 0, onlyThere: 0, there: 12 }, { size: 10, complete: true })).toBe(0);
  });
});
