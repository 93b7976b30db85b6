import type { AdverseEvent, AdverseEventAction, CaseFacts, Diagnosis, Failure, Mutation, Patient } from '../../domain';
import { catalogueEntry, geneOfVariant, imatinibInsensitivity, isMutationFound, sensitivityMeanings } from '../mutations';
import { recordReference } from '../record-reference';
import { drugName, inWords, sentence } from './plain-words';
import type { CourseEvent } from './timeline-event';

/** What is one event by itself: diagnosis, consent, mutations, adverse events, failure, last contact, death. */
export function recordEvents({ patient, diagnosis, mutations, adverseEvents, failure }: CaseFacts): readonly CourseEvent[] {
  return [
    ...(diagnosis ? [diagnosed(diagnosis)] : []),
    ...mutations.map(mutationFound),
    ...adverseEvents.flatMap(adverse),
    ...(failure ? failed(failure) : []),
    ...ofPatient(patient),
  ];
}

function diagnosed(diagnosis: Diagnosis): CourseEvent {
  const { disease, diagnosedOn, phase, transcript } = diagnosis;
  return {
    kind: 'DIAGNOSIS',
    on: diagnosedOn,
    meaning: sentence([`diagnosis of ${disease}`, phase && `${inWords(phase)} phase`, transcript && `transcript ${transcript}`]),
    record: recordReference('diagnosis', diagnosis, 'diagnosedOn'),
  };
}

function mutationFound(mutation: Mutation): CourseEvent {
  const { variant, sampledOn } = mutation;
  const record = recordReference('mutation', mutation, 'variant');
  if (isMutationFound(variant)) return { kind: 'MUTATION_FOUND', on: sampledOn, meaning: mutationMeaning(mutation), record };
  return { kind: 'NO_MUTATION_FOUND', on: sampledOn, meaning: `No mutation of ${geneOfVariant(variant)} found.`, record };
}

function mutationMeaning({ variant, vafPct }: Mutation): string {
  const region = catalogueEntry(variant)?.region;
  return sentence([
    `mutation ${variant} found`,
    vafPct === undefined ? undefined : `in ${vafPct} % of alleles`,
    region === undefined || region === 'OTHER' ? undefined : inWords(region),
    effectOnImatinib(variant),
  ]);
}

function effectOnImatinib(variant: string): string {
  const level = imatinibInsensitivity(variant);
  if (level) return `of ${level.toLowerCase()} insensitivity to imatinib`;
  const sensitivity = catalogueEntry(variant)?.sensitivity.IMATINIB;
  return sensitivity === undefined ? 'no effect on imatinib is known' : `imatinib: ${sensitivityMeanings[sensitivity]}`;
}

const actions: Readonly<Record<AdverseEventAction, string>> = {
  NONE: 'treatment went on as it was',
  REDUCED: 'dose reduced',
  INTERRUPTED: 'treatment interrupted',
  DISCONTINUED: 'treatment stopped for it',
};

function adverse(event: AdverseEvent): readonly CourseEvent[] {
  const { term, grade, onsetOn, resolvedOn, drug, action } = event;
  const onset: CourseEvent = {
    kind: 'ADVERSE_EVENT_ONSET',
    on: onsetOn,
    meaning: sentence([`${term}, grade ${grade}`, drug && `attributed to ${drugName(drug).toLowerCase()}`, action && actions[action]]),
    record: recordReference('adverseEvent', event, 'onsetOn'),
  };
  if (resolvedOn === undefined) return [onset];
  return [
    onset,
    {
      kind: 'ADVERSE_EVENT_RESOLVED',
      on: resolvedOn,
      meaning: sentence([`${term}, grade ${grade}, resolved`]),
      record: recordReference('adverseEvent', event, 'resolvedOn'),
    },
  ];
}

function failed(failure: Failure): readonly CourseEvent[] {
  const { failedOn, notifiedOn, reportedSubcategory, decision } = failure;
  return [
    {
      kind: 'FAILURE',
      on: failedOn,
      meaning: sentence([`imatinib failed, reported as ${inWords(reportedSubcategory)}`, decision && `decision: ${inWords(decision)}`]),
      record: recordReference('failure', failure, 'failedOn'),
    },
    {
      kind: 'FAILURE_NOTIFIED',
      on: notifiedOn,
      meaning: `Failure of ${failedOn} notified to the registry.`,
      record: recordReference('failure', failure, 'notifiedOn'),
    },
  ];
}

function ofPatient(patient: Patient): readonly CourseEvent[] {
  const { consentedOn, lastContactOn, diedOn, deathCause, vitalStatus } = patient;
  const known: CourseEvent[] = [];
  if (consentedOn) {
    known.push({
      kind: 'CONSENT_GIVEN',
      on: consentedOn,
      meaning: 'Consent to the registry given.',
      record: recordReference('patient', patient, 'consentedOn'),
    });
  }
  if (lastContactOn) {
    known.push({
      kind: 'LAST_CONTACT',
      on: lastContactOn,
      meaning: vitalStatus === 'LOST' ? 'Last contact; lost to follow-up since.' : 'Last contact.',
      record: recordReference('patient', patient, 'lastContactOn'),
    });
  }
  if (diedOn) {
    known.push({
      kind: 'DEATH',
      on: diedOn,
      meaning: sentence(['death', deathCause && `cause: ${deathCause === 'CML' ? deathCause : inWords(deathCause)}`]),
      record: recordReference('patient', patient, 'diedOn'),
    });
  }
  return known;
}
