import fc from 'fast-check';
import { logisticSums } from './logistic-sums';

const row = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.boolean());

describe('sums of a logistic model', () => {
  it('are its log-likelihood and the derivatives of it', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })),
        (rows, [a, b]) => {
          const design = {
            rows: Uint32Array.from(rows.keys()),
            width: 2,
            values: Float64Array.from(rows.flatMap(([x]) => [1, x / 10])),
          };
          const outcome = Uint8Array.from(rows, ([, happened]) => (happened ? 1 : 0));
          const at = (intercept: number, slope: number): number =>
            rows.reduce((sum, [x, happened]) => {
              const probability = 1 / (1 + Math.exp(-(intercept + (slope * x) / 10)));
              return sum + Math.log(happened ? probability : 1 - probability);
            }, 0);
          const [intercept, slope] = [a / 10, b / 10];
          const h = 1e-4;
          const sums = logisticSums(design, outcome, Float64Array.of(intercept, slope));
          expect(sums.logLikelihood).toBeCloseTo(at(intercept, slope), 9);
          expect(sums.score[0]).toBeCloseTo((at(intercept + h, slope) - at(intercept - h, slope)) / (2 * h), 4);
          expect(sums.score[1]).toBeCloseTo((at(intercept, slope + h) - at(intercept, slope - h)) / (2 * h), 4);
          const mixed =
            (at(intercept + h, slope + h) - at(intercept + h, slope - h) - at(intercept - h, slope + h) + at(intercept - h, slope - h)) /
            (4 * h * h);
          expect(sums.information[1]).toBeCloseTo(-mixed, 3);
        },
      ),
    );
  });

  it('stay finite where a probability is as good as 0 or 1', () => {
    const design = { rows: Uint32Array.of(0, 1), width: 1, values: Float64Array.of(1, 1) };
    const sums = logisticSums(design, Uint8Array.of(1, 0), Float64Array.of(2000));
    expect(sums.logLikelihood).toBe(-2000);
    expect([...sums.score, ...sums.information].every(Number.isFinite)).toBe(true);
  });
});
