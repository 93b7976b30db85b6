import type { DayColumn } from '../columns/case-columns';

export const survivalEndpoints = ['OVERALL', 'PROGRESSION_FREE', 'FAILURE_FREE'] as const;
export type SurvivalEndpoint = (typeof survivalEndpoints)[number];

export const incidenceEvents = [
  'FAILURE',
  'PROGRESSION',
  'COMPLETE_CYTOGENETIC_RESPONSE',
  'MAJOR_MOLECULAR_RESPONSE',
  'CML_DEATH',
] as const;
export type IncidenceEvent = (typeof incidenceEvents)[number];

export const timeOrigins = ['DIAGNOSIS', 'IMATINIB_START', 'FAILURE'] as const;
export type TimeOrigin = (typeof timeOrigins)[number];

/** What ends a patient's time: the first of some events, unless a competing one came before. */
export type Endpoint = SurvivalEndpoint | `INCIDENCE_OF_${IncidenceEvent}`;

export interface EndpointDates {
  /** On one day an event comes before a competing event. */
  readonly events: readonly DayColumn[];
  readonly competing: readonly DayColumn[];
}

type OriginDates = Readonly<
  Record<'start' | 'progressed' | 'completeCytogeneticResponse' | 'majorMolecularResponse', DayColumn> & {
    /** Failures that may follow; the failure that is the origin itself ends nothing. */
    failures: readonly DayColumn[];
  }
>;

const originDates: Readonly<Record<TimeOrigin, OriginDates>> = {
  DIAGNOSIS: {
    start: 'diagnosedOn',
    progressed: 'progressedAfterDiagnosisOn',
    completeCytogeneticResponse: 'completeCytogeneticResponseAfterDiagnosisOn',
    majorMolecularResponse: 'majorMolecularResponseAfterDiagnosisOn',
    failures: ['failedOn'],
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
};

/** The column that dates an origin. */
export function startOf(from: TimeOrigin): DayColumn {
  return originDates[from].start;
}

/**
 * The columns that date an endpoint, counted from an origin. Endpoints of trials in chronic myeloid leukaemia: Guilhot,
 * Blood 2012;119:5963. A response competes with everything that ends the treatment it would be a response to.
 *
 * From failure on, a failure is nothing that could still happen: it is no competing event there, and an endpoint that asks
 * for it is reached on day 0.
 */
export function endpointDates(endpoint: Endpoint, from: TimeOrigin): EndpointDates {
  const { progressed, completeCytogeneticResponse, majorMolecularResponse, failures } = originDates[from];
  switch (endpoint) {
    case 'OVERALL':
      return { events: ['diedOn'], competing: [] };
    case 'PROGRESSION_FREE':
      return { events: [progressed, 'diedOn'], competing: [] };
    case 'FAILURE_FREE':
      return { events: ['failedOn', 'diedOn'], competing: [] };
    case 'INCIDENCE_OF_FAILURE':
      return { events: ['failedOn'], competing: ['diedOn'] };
    case 'INCIDENCE_OF_PROGRESSION':
      return { events: [progressed], competing: ['diedOn'] };
    case 'INCIDENCE_OF_COMPLETE_CYTOGENETIC_RESPONSE':
      return { events: [completeCytogeneticResponse], competing: ['diedOn', progressed, ...failures] };
    case 'INCIDENCE_OF_MAJOR_MOLECULAR_RESPONSE':
      return { events: [majorMolecularResponse], competing: ['diedOn', progressed, ...failures] };
    case 'INCIDENCE_OF_CML_DEATH':
      // a death whose cause is not known competes: it is not known to be one of CML, and it ends the time at risk
      return { events: ['diedOfCmlOn'], competing: ['diedOn'] };
  }
}
