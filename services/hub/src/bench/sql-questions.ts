import type { Figures } from './figures';
import type { SqlEngine } from './sql-engine';

/** Months of the curve, of 30.4375 days. */
export const curveMonths = [0, 6, 12, 18, 24, 36, 48, 60] as const;

/** Time from the first day of imatinib to death, else to the last contact, of patients for whom both are known. */
export const observed = `
  SELECT derived_cases.*, coalesce(died_on, last_contact_on) - imatinib_started_on AS day, died_on IS NOT NULL AS dead
    FROM derived_cases
   WHERE eligible AND imatinib_started_on IS NOT NULL AND coalesce(died_on, last_contact_on) >= imatinib_started_on
     AND (died_on IS NOT NULL OR (vital_status <> 'DEAD' AND last_contact_on IS NOT NULL))`;

/** How often each way of failing is in each sex. */
export async function frequenciesInSql(engine: SqlEngine): Promise<Figures> {
  const rows = await engine.rows(
    'SELECT reported_subcategory AS value, sex, count(*) AS patients FROM derived_cases WHERE eligible GROUP BY reported_subcategory, sex',
  );
  return new Map(rows.map(({ value, sex, patients }) => [`${String(value)} ${String(sex)}`, Number(patients)]));
}

/** Number, mean, standard deviation and quartiles of the age at diagnosis. */
export async function agesInSql(engine: SqlEngine): Promise<Figures> {
  const [row = {}] = await engine.rows(`
    SELECT count(age_at_diagnosis) AS n, avg(age_at_diagnosis) AS mean, stddev_samp(age_at_diagnosis) AS "standardDeviation",
           percentile_cont(0.25) WITHIN GROUP (ORDER BY age_at_diagnosis) AS "lowerQuartile",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY age_at_diagnosis) AS median,
           percentile_cont(0.75) WITHIN GROUP (ORDER BY age_at_diagnosis) AS "upperQuartile"
      FROM derived_cases WHERE eligible`);
  return new Map(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}

/** Kaplan-Meier by category of failure: at each month the number at risk, the estimate and Greenwood's standard error. */
export async function survivalInSql(engine: SqlEngine): Promise<Figures> {
  const months = curveMonths.map((month) => `(${month})`).join(', ');
  const rows = await engine.rows(`
    WITH days AS (
      SELECT reported_category AS category, day, count(*) AS n, count(*) FILTER (WHERE dead) AS d
        FROM (${observed}) AS observed WHERE reported_category IS NOT NULL GROUP BY reported_category, day),
    risk AS (
      SELECT category, day, n, d, sum(n) OVER (PARTITION BY category ORDER BY day DESC) AS at_risk FROM days),
    steps AS (
      SELECT category, day, n, d, at_risk,
             sum(CASE WHEN d < at_risk THEN ln(1 - d::double precision / at_risk::double precision) END)
               OVER (PARTITION BY category ORDER BY day) AS log_survival,
             sum(CASE WHEN d < at_risk THEN d::double precision / (at_risk::double precision * (at_risk - d)::double precision) END)
               OVER (PARTITION BY category ORDER BY day) AS greenwood,
             sum(n) OVER (PARTITION BY category) AS size
        FROM risk),
    months AS (SELECT month FROM (VALUES ${months}) AS months (month))
    SELECT category, month,
           max(size) - coalesce(sum(n) FILTER (WHERE day < month * 30.4375), 0) AS "atRisk",
           exp(coalesce(min(log_survival) FILTER (WHERE day <= month * 30.4375), 0)) AS survival,
           exp(coalesce(min(log_survival) FILTER (WHERE day <= month * 30.4375), 0))
             * sqrt(coalesce(max(greenwood) FILTER (WHERE day <= month * 30.4375), 0)) AS "standardError"
      FROM steps CROSS JOIN months GROUP BY category, month`);
  return new Map(
    rows.flatMap(({ category, month, atRisk, survival, standardError }) =>
      Object.entries({ atRisk, survival, standardError }).map(
        ([name, value]) => [`${String(category)} ${Number(month)} ${name}`, Number(value)] as const,
      ),
    ),
  );
}
