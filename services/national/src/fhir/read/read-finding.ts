import { isMutationFound, noMutationOf, normalizeVariant, withGene } from '@registry-hub/shared/clinical';
import { type Gene, genes } from '@registry-hub/shared/domain';
import { geneTerms, localSystems, observationTerms } from '../codes';
import { type FhirElement, isAmong, type ReadCoding } from './fhir-element';
import { readCode } from './read-value';
import type { PartDraft } from './row-part';

/** A component with the codes that say what it is. */
export interface ReadComponent {
  readonly element: FhirElement;
  readonly codes: readonly ReadCoding[];
}

const { present, absent, geneStudied } = observationTerms;

/**
 * Of a mutation analysis: its gene, how it was done, and whether a variant was found. An analysis that found none names no protein
 * change, or one that changes nothing.
 */
export function readFinding(draft: PartDraft, observation: FhirElement, components: readonly ReadComponent[]): void {
  const gene = geneOf(observation, components);
  const finding = observation.one('valueCodeableConcept');
  const codes = finding?.codings() ?? [];
  const isAbsent = isAmong(absent, codes);
  if (finding && !isAbsent && !isAmong(present, codes))
    finding.fault('VALUE_NOT_HELD', `must be ${present.code} of a variant that was found, or ${absent.code} where none was.`);
  const variant = draft.fields.get('variant');
  if (gene && variant) {
    const text = gene === 'ABL1' ? String(variant.value) : withGene(gene, String(variant.value));
    if (isAbsent === isMutationFound(normalizeVariant(text) ?? text))
      observation.fault('VALUE_NOT_HELD', `must be ${present.code} exactly when a change of the protein is named.`, 'valueCodeableConcept');
    draft.set('variant', { ...variant, value: text });
  } else if (gene && isAbsent) {
    draft.set('variant', { value: noMutationOf(gene), path: `${observation.path}.valueCodeableConcept` });
  }
  draft.set('method', readCode(observation.one('method'), localSystems.mutationMethod));
}

function geneOf(observation: FhirElement, components: readonly ReadComponent[]): Gene | undefined {
  const element = components.find(({ codes }) => isAmong(geneStudied, codes))?.element;
  const codings = element?.one('valueCodeableConcept')?.codings() ?? [];
  const gene = genes.find((one) => isAmong(geneTerms[one], codings));
  if (gene) return gene;
  const known = genes.map((one) => `${geneTerms[one].code} (${one})`).join(', ');
  observation.fault('VALUE_NOT_HELD', `must name one of ${known} as ${geneStudied.code}, the gene studied.`, 'component');
  return undefined;
}
