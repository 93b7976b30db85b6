import { DAYS_PER_MONTH } from '@registry-hub/shared/statistics';
import type { Figures } from './figures';
import type { SqlEngine } from './sql-engine';

/** Months of the curve. */
export const curveMonths = [0, 6, 12, 18, 24, 36, 48, 60] as const;
const LAST_DAY = Math.ceil(60 * DAYS_PER_MONTH);

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
  const months = curveMonths.map((month) => `(${month}, ${month * DAYS_PER_MONTH})`).join(', ');
  const rows = await engine.rows(`
    WITH days AS (
      SELECT reported_category AS category, least(day, ${LAST_DAY + 1}) AS day, count(*) AS n, count(*) FILTER (WHERE dead) AS d
        FROM (${observed}) AS observed WHERE reported_category IS NOT NULL GROUP BY 1, 2),
    started AS (SELECT * FROM days UNION ALL SELECT DISTINCT category, -1, 0, 0 FROM days),
    risk AS (
      SELECT category, day, n, d, sum(n) OVER (PARTITION BY category ORDER BY day DESC)::double precision AS at_risk FROM started),
    steps AS (
      SELECT category, day, at_risk, at_risk - n AS left_over,
             lead(day) OVER (PARTITION BY category ORDER BY day) AS next_day,
             sum(CASE WHEN d < at_risk THEN ln(1 - d / at_risk) END) OVER (PARTITION BY category ORDER BY day) AS log_survival,
             sum(CASE WHEN d < at_risk THEN d / (at_risk * (at_risk - d)) END) OVER (PARTITION BY category ORDER BY day) AS greenwood
        FROM risk)
    SELECT category, month, CASE WHEN day = month_day THEN at_risk ELSE left_over END AS "atRisk",
           exp(log_survival) AS survival, exp(log_survival) * sqrt(greenwood) AS "standardError"
      FROM steps JOIN (VALUES ${months}) AS months (month, month_day) ON day <= month_day AND (next_day > month_day OR next_day IS NULL)`);
  return new Map(
    rows.flatMap(({ category, month, atRisk, survival, standardError }) =>
      Object.entries({ atRisk, survival, standardError }).map(
        ([name, value]) => [`${String(category)} ${Number(month)} ${name}`, Number(value)] as const,
      ),
    ),
  );
}
