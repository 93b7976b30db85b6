import { factorise, fromTriangle, solve } from '@registry-hub/shared/statistics';
import type { Figures } from './figures';
import type { SqlEngine } from './sql-engine';
import { observed } from './sql-questions';

/** The model's covariates, as the names of its coefficients and as SQL. */
const covariates = [
  ['AGE_AT_DIAGNOSIS', 'age_at_diagnosis'],
  ['SEX=M', `CASE WHEN sex = 'M' THEN 1 ELSE 0 END`],
  ['IMATINIB_LINE=NOT_FIRST_LINE', `CASE WHEN imatinib_line = 'NOT_FIRST_LINE' THEN 1 ELSE 0 END`],
] as const;
const names = ['x0', 'x1', 'x2'] as const;
const products = names.flatMap((row, index) => names.slice(0, index + 1).map((column) => [row, column] as const));
const terms = ['w', ...names.map((x) => `w * ${x}`), ...products.map(([row, column]) => `w * ${row} * ${column}`)];
/** Keeps ages from making hazards too large to be added up; it changes no coefficient. */
const MEAN_AGE = 50;
const CONVERGED = 1e-9;
const MOST_STEPS = 25;

/**
 * Cox regression stratified by country, with Efron's handling of ties, by Newton's method whose sums are one SQL statement a
 * step: what can be had from a database without taking the rows out.
 */
export async function coxInSql(engine: SqlEngine): Promise<Figures> {
  let at: readonly number[] = names.map(() => 0);
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [row = {}] = await engine.rows(newtonSums(engine, at));
    const logLikelihood = Number(row['loglik']);
    if (Math.abs(1 - before / logLikelihood) <= CONVERGED) return new Map(covariates.map(([name], index) => [name, at[index] ?? 0]));
    before = logLikelihood;
    const information = products.map((_, index) => Number(row[`i${index}`]));
    const factor = factorise(fromTriangle(information, names.length));
    if ('dependent' in factor) break;
    const move = solve(
      factor,
      names.map((_, index) => Number(row[`u${index}`])),
    );
    at = at.map((value, index) => value + (move[index] ?? 0));
  }
  throw new Error(`${engine.name}: the model does not converge`);
}

/** The log partial likelihood with its derivatives at some coefficients. */
function newtonSums(engine: SqlEngine, at: readonly number[]): string {
  const [age, ...others] = covariates.map(([, expression]) => expression);
  const values = [`(${age ?? ''} - ${MEAN_AGE})`, ...others].map((expression, index) => `(${expression})::double precision AS x${index}`);
  const predictor = at.map((value, index) => `${value.toFixed(15)}::double precision * x${index}`).join(' + ');
  const columns = (prefix: string): string => terms.map((_, index) => `${prefix}${index}`).join(', ');
  const left = (index: number): string => `(s${index} - share * t${index})`;
  return `
    WITH patients AS (SELECT country, day, dead, ${values.join(', ')} FROM (${observed}) AS observed
                       WHERE age_at_diagnosis IS NOT NULL AND sex IN ('F', 'M') AND imatinib_line IS NOT NULL),
    weighted AS (SELECT country, day, dead, ${names.join(', ')}, ${predictor} AS eta, exp(${predictor}) AS w FROM patients),
    days AS (
      SELECT country, day, count(*) FILTER (WHERE dead) AS d, ${terms.map((term, index) => `sum(${term}) AS a${index}`).join(', ')},
             ${terms.map((term, index) => `sum(${term}) FILTER (WHERE dead) AS t${index}`).join(', ')},
             sum(eta) FILTER (WHERE dead) AS e, ${names.map((x, index) => `sum(${x}) FILTER (WHERE dead) AS y${index}`).join(', ')}
        FROM weighted GROUP BY country, day),
    risk AS (
      SELECT d, e, ${names.map((_, index) => `y${index}`).join(', ')}, ${columns('t')},
             ${terms.map((_, index) => `sum(a${index}) OVER later AS s${index}`).join(', ')}
        FROM days WINDOW later AS (PARTITION BY country ORDER BY day DESC)),
    numbered AS (SELECT risk.*, ${engine.eachBelow('d')} AS n FROM risk WHERE d > 0),
    ties AS (SELECT numbered.*, n::double precision / d AS share, n = 0 AS first FROM numbered)
    SELECT sum(CASE WHEN first THEN e ELSE 0 END) - sum(ln(${left(0)})) AS loglik,
           ${names.map((_, index) => `sum(CASE WHEN first THEN y${index} ELSE 0 END) - sum(${left(1 + index)} / ${left(0)}) AS u${index}`).join(', ')},
           ${products
             .map(([row, column], index) => {
               const means = [row, column].map((name) => `${left(1 + names.indexOf(name))} / ${left(0)}`);
               return `sum(${left(1 + names.length + index)} / ${left(0)} - ${means.join(' * ')}) AS i${index}`;
             })
             .join(', ')}
      FROM ties`;
}
