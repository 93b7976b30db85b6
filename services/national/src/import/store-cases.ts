import type { CaseFacts, Center, DerivedCase, Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { CaseStore, DataQueryStore, DerivedCaseStore, RegistryStateStore } from '../storage';
import { isWithdrawn } from './existing-registry';

/** A case that passed validation, with what follows from it. */
export interface AcceptedCase {
  readonly facts: CaseFacts;
  readonly derived: DerivedCase;
  readonly findings: readonly Finding[];
}

export interface StoreOutcome {
  readonly changed: boolean;
  readonly dataQueriesRaised: number;
}

/**
 * Stores centres and cases, what derives from them and the questions they raise, within the caller's transaction. The
 * registry's revision grows only if anything is different afterwards.
 */
export async function storeCases(
  manager: EntityManager,
  centers: readonly Center[],
  cases: readonly AcceptedCase[],
  now: Date,
): Promise<StoreOutcome> {
  const taking = cases.filter(({ facts }) => !isWithdrawn(facts.patient));
  const withdrawn = cases.filter(({ facts }) => isWithdrawn(facts.patient)).map(({ facts }) => facts.patient.patientCode);
  const facts = await new CaseStore(manager).save(
    centers,
    cases.map(({ facts }) => storable(facts)),
  );
  const derivedCases = new DerivedCaseStore(manager);
  const derived = (await derivedCases.save(taking.map((one) => one.derived))) + (await derivedCases.remove(withdrawn));
  const queries = await new DataQueryStore(manager, now).synchronise(
    new Map(cases.map((one) => [one.facts.patient.patientCode, isWithdrawn(one.facts.patient) ? [] : one.findings])),
  );
  const changed = facts.changedRows + derived + queries.changed > 0;
  if (changed) await new RegistryStateStore(manager).raiseRevision();
  return { changed, dataQueriesRaised: queries.raised };
}

/** Of a patient who withdrew consent, nothing clinical is taken in. */
function storable({ patient, recordStatus, ...records }: CaseFacts): CaseFacts {
  if (!isWithdrawn(patient)) return { patient, recordStatus, ...records };
  return { patient, recordStatus, treatments: [], doses: [], assessments: [], mutations: [], adverseEvents: [] };
}
