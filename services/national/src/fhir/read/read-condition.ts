import { diseaseOfIcd10, diseaseTerms, localSystems, namespaces } from '../codes';
import { ASSERTED_DATE } from '../extension-fields';
import { type FhirElement, isAmong, type ReadCoding } from './fhir-element';
import { readCode } from './read-value';
import { PartDraft, type RowPart } from './row-part';

/** The disease of the registry. Other conditions of a patient are told and not read. */
export function readCondition(condition: FhirElement): readonly RowPart[] {
  const codes = condition.one('code')?.codings() ?? [];
  const disease = diseaseOf(codes);
  if (disease === undefined) {
    const rule = isKnownElsewhere(codes) ? 'UNKNOWN_CODE' : 'OUTSIDE_REGISTRY';
    condition.fault(rule, `must hold an ICD-O-3 morphology of ${namespaces.icdO3}, as 9875/3.`, 'code');
    return [];
  }
  const draft = new PartDraft('diagnosis')
    .refer('patientCode', condition, 'subject', 'Patient')
    .set('disease', { value: disease, path: `${condition.path}.code` });
  const asserted = condition.extension(ASSERTED_DATE);
  if (asserted) draft.day('diagnosedOn', asserted, 'valueDateTime');
  else draft.day('diagnosedOn', condition, 'onsetDateTime');
  const [stage] = condition.all('stage');
  draft.set('phase', readCode(stage?.one('summary'), localSystems.phase));
  checkVerification(condition);
  return [draft];
}

function diseaseOf(codes: readonly ReadCoding[]): string | undefined {
  const morphology = codes.find(({ system }) => system === namespaces.icdO3)?.code;
  const icd10 = codes.find(({ system }) => system === namespaces.icd10)?.code;
  return morphology ?? (icd10 === undefined ? undefined : diseaseOfIcd10(icd10));
}

/** A code that stands beside a morphology of the registry, but does not mean it alone. */
function isKnownElsewhere(codes: readonly ReadCoding[]): boolean {
  const terms = [...diseaseTerms.values()].flat();
  return terms.some((term) => isAmong(term, codes));
}

function checkVerification(condition: FhirElement): void {
  const status = condition.one('verificationStatus');
  if (status && !status.codings().some(({ code }) => code === 'confirmed'))
    status.fault('VALUE_NOT_HELD', 'must be confirmed: the registry holds confirmed diagnoses.');
}
