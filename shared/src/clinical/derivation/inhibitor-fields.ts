import { type CaseFacts, compareDates, type DerivedCase, knownFields } from '../../domain';
import { readOnInternationalScale } from '../criteria/molecular-response';
import { deepestMolecularResponse } from '../inhibitors/deepest-molecular-response';
import { discontinuations } from '../inhibitors/discontinuations';
import { inhibitorLines } from '../inhibitors/inhibitor-lines';
import { treatmentFreeRemission } from '../inhibitors/treatment-free-remission';
import { responseDates } from './response-dates';

/** What follows from the lines of tyrosine kinase inhibitors, under the names of the derived case; nothing without such a line. */
export function inhibitorFields(facts: CaseFacts): Partial<DerivedCase> {
  const { treatments, diagnosis } = facts;
  const lines = inhibitorLines(treatments);
  const [first] = lines;
  if (!first) return {};
  const inOrder = facts.assessments.toSorted((one, other) => compareDates(one.assessedOn, other.assessedOn));
  const assessments = readOnInternationalScale(inOrder, diagnosis?.transcript);
  const responses = responseDates(inOrder, first.startedOn);
  const [discontinued] = discontinuations(facts);
  const remission = treatmentFreeRemission(facts, assessments);
  return knownFields({
    tkiStartedOn: first.startedOn,
    firstTki: first.drug,
    tkiLines: lines.length,
    progressedAfterTkiOn: responses.progressedOn,
    completeCytogeneticResponseAfterTkiOn: responses.completeCytogeneticResponseOn,
    majorMolecularResponseAfterTkiOn: responses.majorMolecularResponseOn,
    tkiDiscontinuedOn: discontinued?.stoppedOn,
    tkiDiscontinuationReason: discontinued?.stopReason,
    treatmentFreeRemissionStartedOn: remission?.startedOn,
    treatmentFreeRemissionLostOn: remission?.lostOn,
    treatmentFreeRemissionMonitoredUntil: remission?.monitoredUntil,
    progressedAfterTreatmentFreeRemissionOn: responseDates(inOrder, remission?.startedOn).progressedOn,
    treatmentFreeRemissionCriteria: remission?.criteria,
    deepestMolecularResponse: deepestMolecularResponse(treatments, assessments),
  });
}
