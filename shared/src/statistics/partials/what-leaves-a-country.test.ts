import { deriveCase } from '../../clinical';
import type { DerivedCase } from '../../domain';
import { addMasked, encodeSumVector, MaskingKey, maskVector, type SumVector } from '../../masking';
import { columnsOf, goldenCohorts } from '../../testing';
import { type Evaluation, maximise, type NewtonRule } from '../fitting';
import { dot, factorise, fromTriangle, solve } from '../mathematics';
import { type CoxModel, type CoxStratum, coxSums } from '../models';
import { type CohortQuestion, type FigureQuestion, LAYOUT_VERSION } from '../question';
import { NO_PLAN, toVector, vectorLayout } from '../vectors';
import { answerQuestion } from './answer-question';
import { likelihoodLength, likelihoodVector } from './model-sums';

/**
 * What a country gives away when a Cox model is fitted: at each Newton step one log-likelihood, one score and one information,
 * whatever the number of its patients. The hub has them of all countries together, under masks until they are added up; the
 * first tests speak of what it would be if they were one country's, as they are for its own people who ask for it alone.
 *
 * They do not show that no small country could ever be solved for: with fewer unknown covariates than sums given, equations
 * are not what is wanting. They show that sums over event times, unlike sums at each of them, leave the covariates open as
 * long as there are more of those than of sums. That nothing is found of one country among several is for masks, of which the
 * last tests speak.
 */

const WIDTH = 2;

/** Patients of one country, one event or censoring a day; numbers that look like measurements. */
function stratumOf(values: Float64Array): CoxStratum {
  const patients = values.length / WIDTH;
  const rows = Uint32Array.from({ length: patients }, (_, row) => row);
  return {
    design: { rows, width: WIDTH, values },
    day: Int32Array.from(rows, (row) => 10 * row),
    event: Uint8Array.from(rows, (row) => (row % 3 === 0 ? 0 : 1)),
  };
}

const madeUp = (patients: number): Float64Array =>
  Float64Array.from({ length: patients * WIDTH }, (_, index) => Math.sin(7 * index * index + index) * 1.5);

const rule: NewtonRule = { firstStep: 1, hasConverged: (before, after) => Math.abs(1 - before / after) <= 1e-9, covarianceAt: 'last' };

/** The coefficients at which the country is asked for sums until the model is fitted. */
async function stepsOf(stratum: CoxStratum): Promise<readonly (readonly number[])[]> {
  const asked: (readonly number[])[] = [];
  const evaluate = (at: readonly number[]): Promise<Evaluation> => {
    asked.push(at);
    const { logLikelihood, score, information } = coxSums(stratum, Float64Array.from(at));
    return Promise.resolve({ logLikelihood, score: [...score], information: fromTriangle([...information], WIDTH) });
  };
  const { kind } = await maximise(evaluate, WIDTH, stratum.day.length, rule);
  expect(kind).toBe('maximum');
  return asked;
}

/** All that leaves the country. */
const sumsAt = (values: Float64Array, steps: readonly (readonly number[])[]): readonly number[] =>
  steps.flatMap((at) => likelihoodVector(coxSums(stratumOf(values), Float64Array.from(at))));

function jacobian(values: Float64Array, steps: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const h = 1e-6;
  const columns = Array.from(values, (_, index) => {
    const moved = (by: number): readonly number[] =>
      sumsAt(
        values.map((value, other) => (other === index ? value + by : value)),
        steps,
      );
    const [up, down] = [moved(h), moved(-h)];
    return up.map((value, row) => (value - (down[row] ?? 0)) / (2 * h));
  });
  return sumsAt(values, steps).map((_, row) => columns.map((column) => column[row] ?? 0));
}

/**
 * The attack: somebody who knows every day and event of the country, and all sums, looks for covariates that give these sums,
 * by least squares from a guess.
 */
function attack(guess: Float64Array, sums: readonly number[], steps: readonly (readonly number[])[]): Float64Array {
  let found = guess;
  for (let round = 0; round < 60; round += 1) {
    const missed = sumsAt(found, steps).map((value, index) => (sums[index] ?? 0) - value);
    const rows = jacobian(found, steps);
    // steps near the maximum ask nearly the same: a little ridge keeps their equations apart
    const ridge = 1e-8 * Math.max(...rows.map((row) => dot(row, row)));
    const normal = rows.map((row, index) => rows.map((other, column) => dot(row, other) + (index === column ? ridge : 0)));
    const factor = factorise(normal);
    if (!('lower' in factor)) break;
    const weights = solve(factor, missed);
    found = found.map(
      (value, index) => value + rows.reduce((move, row, equation) => move + (row[index] ?? 0) * (weights[equation] ?? 0), 0),
    );
  }
  return found;
}

const furthest = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] ?? 0))));

describe('from what leaves a country for a Cox model', () => {
  it('patients are not found: searches end at others, who give the same sums', async () => {
    const truth = madeUp(30);
    const steps = await stepsOf(stratumOf(truth));
    const sums = sumsAt(truth, steps);
    expect(sums).toHaveLength(steps.length * likelihoodLength(WIDTH));
    expect(truth.length).toBeGreaterThan(sums.length);
    const guesses = [1, 2, 3].map((seed) => truth.map((value, index) => value + Math.sin(index * seed + seed)));
    const found = guesses.map((guess) => attack(guess, sums, steps));
    for (const [index, patients] of found.entries()) {
      expect(furthest(sumsAt(patients, steps), sums)).toBeLessThan(1e-4);
      expect(furthest(patients, truth)).toBeGreaterThan(0.5);
      expect(furthest(patients, found[(index + 1) % found.length] ?? truth)).toBeGreaterThan(0.5);
    }
  });

  it('would be found from sums over the risk set of each event, which do not leave', () => {
    const truth = madeUp(30);
    const { day, event, design } = stratumOf(truth);
    const events = [...day.keys()].filter((row) => event[row] === 1);
    // at coefficients of 0: how many are at risk on the day of each event, and the sum of their covariates
    const atRisk = events.map((row) => ({
      patients: day.length - row,
      sums: [0, 1].map((column) =>
        design.values.reduce((sum, value, index) => (index >= row * WIDTH && index % WIDTH === column ? sum + value : sum), 0),
      ),
    }));
    const found = atRisk.flatMap((before, index) => {
      const after = atRisk[index + 1];
      if (!after || before.patients - after.patients !== 1) return [];
      return [{ row: events[index] ?? 0, values: before.sums.map((sum, column) => sum - (after.sums[column] ?? 0)) }];
    });
    expect(found.length).toBeGreaterThan(5);
    for (const { row, values } of found) {
      for (const [column, value] of values.entries()) expect(value).toBeCloseTo(truth[row * WIDTH + column] ?? 0, 10);
    }
  });
});

const model: CoxModel = {
  family: 'COX',
  endpoint: 'OVERALL',
  from: 'IMATINIB_START',
  covariates: [{ measure: 'AGE_AT_DIAGNOSIS' }, { variable: 'SEX', reference: 'F', values: ['M'] }],
};
const at = { at: [0.1, 0.2], fractionBits: 40 };
const countries = ['AT', 'DE', 'FR'];
const figures: readonly FigureQuestion[] = [
  { kind: 'likelihood', model, ...at },
  { kind: 'proportionality', model, ...at },
  { kind: 'survival', endpoint: 'OVERALL', from: 'IMATINIB_START', by: 'SEX' },
  { kind: 'summary', of: 'WBC_AT_DIAGNOSIS' },
];
const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter: { registry: 'ALL' }, countries, figures };
const layout = vectorLayout(question, [NO_PLAN, NO_PLAN, [[64, 4096, 1]], [[1024, 64, 512]]]);

/** One country's vector before it is masked. */
function vectorOf(country: string, patients: readonly DerivedCase[]): SumVector {
  return toVector(layout, answerQuestion(columnsOf(patients), country, question, 'EUROPEAN'));
}

describe('from what leaves a country among others', () => {
  const cases = (goldenCohorts['three-hundred']['FR'] ?? []).map(deriveCase);
  const keys = countries.map(() => MaskingKey.generate());
  const participants = countries.map((country, index) => ({ country, publicKey: keys[index]?.publicKey ?? '' }));
  const context = { questionId: 'one', content: new Uint8Array(32), layoutVersion: LAYOUT_VERSION, participants };
  const masked = (vectors: readonly SumVector[]): readonly SumVector[] =>
    vectors.map((vector, index) => maskVector(vector, keys[index] ?? MaskingKey.generate(), context));

  it('the number of its patients does not follow: a vector is as long for ten of them as for hundreds, and for any days and values', () => {
    const lengths = [10, 60, 180].map((patients) => encodeSumVector(vectorOf('FR', cases.slice(0, patients))).length);
    expect(new Set(lengths).size).toBe(1);
    // a count of patients, one of events, one of sums beyond all bounds; then the sums
    const sums = likelihoodLength(WIDTH) + 1 + WIDTH + 2 * 3;
    expect([layout.places[2]?.firstCount, layout.sums]).toEqual([2 * 3, sums]);
  });

  it('nothing follows but the pool: what is seen fits any other share of the same patients among the countries', () => {
    const share = (patients: readonly (readonly DerivedCase[])[]): readonly SumVector[] =>
      patients.map((own) => vectorOf('FR', own)).map((vector) => ({ ...vector, fixed: new BigUint64Array(layout.sums) }));
    const real = share([cases.slice(0, 20), cases.slice(20, 90), cases.slice(90, 180)]);
    const other = share([cases.slice(100, 180), [], cases.slice(0, 100)]);
    const seen = masked(real);
    expect(addMasked(seen)).toEqual(addMasked(other));
    // the masks that would have made it of the other share cancel as masks do, so that nobody without the keys can rule it out
    const wouldBe = seen.map(({ counts, fixed }, index) => ({
      counts: counts.map((word, cell) => word - (other[index]?.counts[cell] ?? 0)),
      fixed,
    }));
    expect(addMasked(wouldBe).counts.every((word) => word === 0)).toBe(true);
    expect(wouldBe[0]?.counts.some((word) => word !== 0)).toBe(true);
  });
});
