import type { DayColumn } from '../columns/case-columns';

export const survivalEndpoints = ['OVERALL', 'PROGRESSION_FREE', 'FAILURE_FREE', 'TREATMENT_FREE_SURVIVAL'] as const;
export type SurvivalEndpoint = (typeof survivalEndpoints)[number];

export const incidenceEvents = [
  'FAILURE',
  'PROGRESSION',
  'COMPLETE_CYTOGENETIC_RESPONSE',
  'MAJOR_MOLECULAR_RESPONSE',
  'CML_DEATH',
  'TKI_DISCONTINUATION',
  'TREATMENT_FREE_REMISSION',
  'LOSS_OF_TREATMENT_FREE_REMISSION',
] as const;
export type IncidenceEvent = (typeof incidenceEvents)[number];

export const timeOrigins = [
  'DIAGNOSIS',
  'IMATINIB_START',
  'FAILURE',
  'TKI_START',
  'TKI_DISCONTINUATION',
  'TREATMENT_FREE_REMISSION_START',
] as const;
export type TimeOrigin = (typeof timeOrigins)[number];

/** What ends a patient's time: the first of some events, unless a competing one came before. */
export type Endpoint = SurvivalEndpoint | `INCIDENCE_OF_${IncidenceEvent}`;

export interface EndpointDates {
  /** On one day an event comes before a competing event. */
  readonly events: readonly DayColumn[];
  readonly competing: readonly DayColumn[];
  /** Until when it is known that the event has not come; the last contact unless told otherwise. */
  readonly followedUntil?: DayColumn;
}

/** The dates of an origin, and of what came first after it. Only what is asked from an origin has a column there. */
interface OriginDates {
  readonly start: DayColumn;
  readonly progressed?: DayColumn;
  readonly completeCytogeneticResponse?: DayColumn;
  readonly majorMolecularResponse?: DayColumn;
  /** Failures of imatinib that may follow; the failure that is the origin itself ends nothing. */
  readonly failures?: readonly DayColumn[];
  /** Whether the inhibitors are still to be stopped. */
  readonly beforeDiscontinuation?: true;
  readonly inTreatmentFreeRemission?: true;
}

const originDates: Readonly<Record<TimeOrigin, OriginDates>> = {
  DIAGNOSIS: {
    start: 'diagnosedOn',
    progressed: 'progressedAfterDiagnosisOn',
    completeCytogeneticResponse: 'completeCytogeneticResponseAfterDiagnosisOn',
    majorMolecularResponse: 'majorMolecularResponseAfterDiagnosisOn',
    failures: ['failedOn'],
    beforeDiscontinuation: true,
  },
  IMATINIB_START: {
    start: 'imatinibStartedOn',
    progressed: 'progressedAfterImatinibOn',
    completeCytogeneticResponse: 'completeCytogeneticResponseAfterImatinibOn',
    majorMolecularResponse: 'majorMolecularResponseAfterImatinibOn',
    failures: ['failedOn'],
  },
  FAILURE: {
    start: 'failedOn',
    progressed: 'progressedAfterFailureOn',
    completeCytogeneticResponse: 'completeCytogeneticResponseAfterFailureOn',
    majorMolecularResponse: 'majorMolecularResponseAfterFailureOn',
    failures: [],
  },
  TKI_START: {
    start: 'tkiStartedOn',
    progressed: 'progressedAfterTkiOn',
    completeCytogeneticResponse: 'completeCytogeneticResponseAfterTkiOn',
    majorMolecularResponse: 'majorMolecularResponseAfterTkiOn',
    failures: ['failedOn'],
    beforeDiscontinuation: true,
  },
  TKI_DISCONTINUATION: { start: 'tkiDiscontinuedOn' },
  TREATMENT_FREE_REMISSION_START: {
    start: 'treatmentFreeRemissionStartedOn',
    progressed: 'progressedAfterTreatmentFreeRemissionOn',
    inTreatmentFreeRemission: true,
  },
};

/** Whether a remission lasts is known by its measurements alone. */
const MONITORED = { followedUntil: 'treatmentFreeRemissionMonitoredUntil' } as const;

/** The column that dates an origin. */
export function startOf(from: TimeOrigin): DayColumn {
  return originDates[from].start;
}

/** The origins that an endpoint may be counted from. */
export function originsOf(endpoint: Endpoint): readonly TimeOrigin[] {
  return timeOrigins.filter((from) => endpointDates(endpoint, from) !== undefined);
}

/**
 * The columns that date an endpoint, counted from an origin; undefined where that is no analysis, as treatment-free survival
 * since diagnosis. Endpoints of trials in chronic myeloid leukaemia: Guilhot, Blood 2012;119:5963. A response competes with
 * everything that ends the treatment it would be a response to. Treatment-free remission is known as far as BCR::ABL1 was
 * measured, and no further.
 *
 * From failure on, a failure is nothing that could still happen: it is no competing event there, and an endpoint that asks
 * for it is reached on day 0.
 */
export function endpointDates(endpoint: Endpoint, from: TimeOrigin): EndpointDates | undefined {
  const { progressed, completeCytogeneticResponse, majorMolecularResponse, failures, ...is } = originDates[from];
  const response = (reached: DayColumn | undefined): EndpointDates | undefined =>
    reached && progressed && failures && { events: [reached], competing: ['diedOn', progressed, ...failures] };
  switch (endpoint) {
    case 'OVERALL':
      return { events: ['diedOn'], competing: [] };
    case 'PROGRESSION_FREE':
      return progressed && { events: [progressed, 'diedOn'], competing: [] };
    case 'FAILURE_FREE':
      return failures && { events: ['failedOn', 'diedOn'], competing: [] };
    case 'TREATMENT_FREE_SURVIVAL':
      return is.inTreatmentFreeRemission && { events: ['treatmentFreeRemissionLostOn', 'diedOn'], competing: [], ...MONITORED };
    case 'INCIDENCE_OF_FAILURE':
      return failures && { events: ['failedOn'], competing: ['diedOn'] };
    case 'INCIDENCE_OF_PROGRESSION':
      return progressed && { events: [progressed], competing: ['diedOn'] };
    case 'INCIDENCE_OF_COMPLETE_CYTOGENETIC_RESPONSE':
      return response(completeCytogeneticResponse);
    case 'INCIDENCE_OF_MAJOR_MOLECULAR_RESPONSE':
      return response(majorMolecularResponse);
    case 'INCIDENCE_OF_CML_DEATH':
      // a death whose cause is not known competes: it is not known to be one of CML, and it ends the time at risk
      return { events: ['diedOfCmlOn'], competing: ['diedOn'] };
    case 'INCIDENCE_OF_TKI_DISCONTINUATION':
      return is.beforeDiscontinuation && { events: ['tkiDiscontinuedOn'], competing: ['diedOn'] };
    case 'INCIDENCE_OF_TREATMENT_FREE_REMISSION':
      return is.beforeDiscontinuation && { events: ['treatmentFreeRemissionStartedOn'], competing: ['diedOn'] };
    case 'INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION':
      return is.inTreatmentFreeRemission && { events: ['treatmentFreeRemissionLostOn'], competing: ['diedOn'], ...MONITORED };
  }
}
