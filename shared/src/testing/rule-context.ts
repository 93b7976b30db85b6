import { type CaseRule, deriveCase, type RuleContext } from '../clinical';
import type { CaseFacts } from '../domain';
import { type CaseChanges, caseFacts } from './case-facts';

/** What a rule finds in a made-up case: where, as `patient.diedOn`, and the sentence. */
export interface RuleHit {
  readonly at: string;
  readonly key: readonly string[];
  readonly message: string;
}

/** On 2006-07-31, in a registry whose news reach to 2005-06-30. */
export function ruleContext(facts: CaseFacts): RuleContext {
  return { today: '2006-07-31', dataCutoff: '2005-06-30', derived: deriveCase(facts) };
}

/** Applies one rule to a made-up case, in {@link ruleContext} but for what is given. */
export function hitsOf(rule: CaseRule, changes: CaseChanges = {}, context: Partial<RuleContext> = {}): readonly RuleHit[] {
  const facts = caseFacts(changes);
  return rule.check(facts, { ...ruleContext(facts), ...context }).map(({ at, message }) => ({
    at: at.field === undefined ? at.kind : `${at.kind}.${at.field}`,
    key: at.key,
    message,
  }));
}
