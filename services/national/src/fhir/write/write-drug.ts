import type { Drug } from '@registry-hub/shared/domain';
import type { CodeableConcept } from 'fhir/r4';
import { drugTerms, localSystems } from '../codes';
import { coding, localConcept } from './elements';

/** A drug by its ATC code, where it has one, and by the registry's own. */
export function writeDrug(drug: Drug): CodeableConcept {
  const term = drugTerms[drug];
  const { coding: own = [] } = localConcept(localSystems.drug, drug);
  return { coding: [...(term ? [coding(term)] : []), ...own] };
}
