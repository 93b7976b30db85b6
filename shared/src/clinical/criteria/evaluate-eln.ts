import type { RuleOutcome } from '../../domain';
import { citationText } from '../citation';
import type { Criterion } from './criterion';
import { type ElnClassRows, type ElnResponse, type ElnResponseClass, type ElnTable, elnResponseClasses } from './eln-table';
import type { ResponseEvidence, ResponseFindings } from './response-evidence';

export interface ElnEvaluation {
  readonly response: ElnResponse;
  readonly because: readonly RuleOutcome[];
}

interface ApplicableRows {
  /** `12_MONTHS`, `ANY_TIME` or `BASELINE`, for rule ids. */
  readonly id: string;
  /** The same for people. */
  readonly when: string;
  readonly rows: ElnClassRows;
}

function applicableRows({ baseline, milestones, anyTime }: ElnTable, month: number): readonly ApplicableRows[] {
  if (month === 0) return [{ id: 'BASELINE', when: 'before treatment', rows: baseline }];
  const anyTimeRows = { id: 'ANY_TIME', when: 'at any time', rows: anyTime };
  const milestone = milestones.findLast((candidate) => candidate.month <= month);
  if (!milestone) return [anyTimeRows];
  return [{ id: `${milestone.month}_MONTHS`, when: `from ${milestone.month} months on`, rows: milestone }, anyTimeRows];
}

function messageOf(criterion: Criterion<ResponseFindings>, evidence: ResponseFindings): string {
  const documented = criterion.documented(evidence).filter((text) => text !== `${criterion.statement}: yes`);
  const statement = criterion.statement.charAt(0).toUpperCase() + criterion.statement.slice(1);
  return documented.length === 0 ? statement : `${statement}; documented: ${documented.join(', ')}`;
}

function provisionalOutcome({ edition, labels, provisional }: ElnTable, response: ElnResponseClass): readonly RuleOutcome[] {
  if (provisional === undefined) return [];
  const label = labels ? `${labels[response]}: ` : '';
  return [{ rule: edition, message: `Provisional, ${label}${provisional}.` }];
}

function notEvaluable(table: ElnTable, applicable: readonly ApplicableRows[]): ElnEvaluation {
  const optimum = applicable.flatMap(({ rows }) => rows.OPTIMAL ?? []).map(({ statement }) => statement);
  const wanted = optimum.length === 0 ? '' : `; optimal would be: ${optimum.join(', or ')}`;
  const message = `No criterion of ${table.title} is met by what is documented${wanted}.`;
  return { response: 'NOT_EVALUABLE', because: [{ rule: `${table.edition}_NOT_EVALUABLE`, message }] };
}

/**
 * The class of response that a table gives to evidence: the worst class any of whose criteria is met, with every criterion
 * of that class that is met as the reason. Evidence that is missing meets no criterion, so it is never taken as normal:
 * what is neither adverse nor shown to be optimal is not evaluable.
 *
 * Month 0 is judged by the baseline rows, any other by the rows of the last milestone reached and those of any time.
 */
export function evaluateEln(table: ElnTable, evidence: ResponseEvidence): ElnEvaluation {
  const applicable = applicableRows(table, evidence.month);
  const response = worstClassMet(applicable, evidence);
  if (response === undefined) return notEvaluable(table, applicable);
  const source = citationText(table.citation);
  const because = applicable.flatMap(({ id, when, rows }) =>
    (rows[response] ?? [])
      .filter(({ holds }) => holds(evidence) === true)
      .map((criterion) => ({
        rule: `${table.edition}_${id}_${response}`,
        message: `${messageOf(criterion, evidence)} (${table.title}, ${when}: ${source}).`,
      })),
  );
  return { response, because: [...because, ...provisionalOutcome(table, response)] };
}

/** The class alone, without the reasons: what a whole registry is asked for. */
export function elnResponseClass(table: ElnTable, evidence: ResponseEvidence): ElnResponse {
  return worstClassMet(applicableRows(table, evidence.month), evidence) ?? 'NOT_EVALUABLE';
}

function worstClassMet(applicable: readonly ApplicableRows[], evidence: ResponseEvidence): ElnResponseClass | undefined {
  return elnResponseClasses.find((response) =>
    applicable.some(({ rows }) => rows[response]?.some(({ holds }) => holds(evidence) === true)),
  );
}
