import { type Evaluation, maximise, type NewtonRule } from './newton';

const rule: NewtonRule = { firstStep: 1, hasConverged: (before, after) => Math.abs(after - before) <= 1e-12, covarianceAt: 'last' };

/** Evaluates a function of one coefficient with its derivatives. */
const function1 =
  (value: (x: number) => number, first: (x: number) => number, second: (x: number) => number) =>
  ([x = 0]: readonly number[]): Promise<Evaluation | undefined> =>
    Promise.resolve({ logLikelihood: value(x), score: [first(x)], information: [[-second(x)]] });

describe("Newton's method", () => {
  it('finds the maximum, its height and its curvature', async () => {
    const parabola = function1(
      (x) => -2 * (x - 3) ** 2 + 1,
      (x) => -4 * (x - 3),
      () => -4,
    );
    expect(await maximise(parabola, 1, 10, rule)).toEqual({
      kind: 'maximum',
      at: [3],
      covariance: [[0.25]],
      logLikelihood: 1,
      startLogLikelihood: -17,
      iterations: 2,
    });
  });

  it('halves a step that leads downhill, or out of sight', async () => {
    const asked: number[] = [];
    // flat where it starts, so that the first step of 10 leads far over the top at 1
    const steep = ([x = 0]: readonly number[]): Promise<Evaluation | undefined> => {
      asked.push(x);
      if (x > 4) return Promise.resolve(undefined);
      return Promise.resolve({ logLikelihood: -((x - 1) ** 2), score: [-2 * (x - 1)], information: [[x === 0 ? 0.2 : 2]] });
    };
    expect(await maximise(steep, 1, 10, rule)).toMatchObject({ kind: 'maximum', at: [1] });
    expect(asked.slice(0, 4)).toEqual([0, 10, 5, 2.5]);
  });

  it.each<[string, ReturnType<typeof function1>, string]>([
    [
      'a likelihood that rises for ever',
      function1(
        (x) => -Math.log1p(Math.exp(-x)),
        (x) => 1 / (1 + Math.exp(x)),
        (x) => -1 / (2 + Math.exp(x) + Math.exp(-x)),
      ),
      'unbounded',
    ],
    [
      'a likelihood without curvature',
      function1(
        (x) => x,
        () => 1,
        () => 0,
      ),
      'constant',
    ],
    ['no likelihood at all', () => Promise.resolve(undefined), 'out of range'],
    [
      'a likelihood with no top in sight',
      ([x = 0]) => Promise.resolve(x === 0 ? { logLikelihood: 0, score: [1], information: [[1]] } : undefined),
      'not converged',
    ],
  ])('says why there is none: %s', async (_what, evaluate, kind) => {
    expect(await maximise(evaluate, 1, 1, rule)).toEqual({ kind, parameters: [0] });
  });

  it('names the coefficient that follows from others', async () => {
    const twice: Evaluation = {
      logLikelihood: 0,
      score: [1, 1, 2],
      information: [
        [2, 0, 2],
        [0, 3, 3],
        [2, 3, 5],
      ],
    };
    expect(await maximise(() => Promise.resolve(twice), 3, 1, rule)).toEqual({ kind: 'collinear', parameters: [2] });
  });
});
