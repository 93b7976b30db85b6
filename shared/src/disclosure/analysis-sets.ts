import { type DeclaredEndpoint, type Endpoint, incidenceEvents, survivalEndpoints, type TimeOrigin } from '../statistics';
import { knownSet, leaf, valueSet } from './patient-sets';
import { EVERYBODY, type TableSide, type Twins } from './suppression';

/** What times of a cohort are counted of: an endpoint from an origin on. */
export type TimeAnalysis = RegistryAnalysis | DeclaredAnalysis;

/** An endpoint that a country's extension declares, which has an origin of its own. */
interface DeclaredAnalysis {
  readonly endpoint: DeclaredEndpoint;
}

interface RegistryAnalysis {
  readonly endpoint: Endpoint;
  readonly from: TimeOrigin;
  readonly delayedEntry?: boolean | undefined;
}

/** The sets of patients that an analysis of times divides a cohort into, by the names they go by in every figure. */
export interface AnalysisSets {
  /** Whose time did not end before a month; at month 0, everybody in the analysis. */
  readonly reaching: (month: number) => string;
  /** Those of them with the event. */
  readonly eventFrom: (month: number) => string;
  /** Under observation at the start of a month's day. */
  readonly atRisk: (month: number) => string;
}

export function analysisSets(analysis: TimeAnalysis): AnalysisSets {
  const delayed = isDeclared(analysis) ? false : (analysis.delayedEntry ?? false);
  const name = isDeclared(analysis)
    ? analysis.endpoint.declared
    : `${analysis.endpoint} from ${analysis.from}${delayed ? ' and notification' : ''}`;
  const reaching = (month: number): string => `${name} reaching month ${month}`;
  return {
    reaching,
    eventFrom: (month) => `${name} with event from month ${month}`,
    // who enters late has not been at risk before
    atRisk: delayed ? (month) => `${name} at risk at month ${month}` : reaching,
  };
}

/** Endpoints of whom everybody has the other one too. */
const implied: readonly (readonly [Endpoint, Endpoint])[] = [
  ['INCIDENCE_OF_CML_DEATH', 'OVERALL'],
  ['OVERALL', 'PROGRESSION_FREE'],
  ['INCIDENCE_OF_PROGRESSION', 'PROGRESSION_FREE'],
  ['OVERALL', 'FAILURE_FREE'],
  ['INCIDENCE_OF_FAILURE', 'FAILURE_FREE'],
  ['OVERALL', 'TREATMENT_FREE_SURVIVAL'],
  ['INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION', 'TREATMENT_FREE_SURVIVAL'],
  ['INCIDENCE_OF_TREATMENT_FREE_REMISSION', 'INCIDENCE_OF_TKI_DISCONTINUATION'],
];

const endpoints: readonly Endpoint[] = [...survivalEndpoints, ...incidenceEvents.map((event): Endpoint => `INCIDENCE_OF_${event}`)];

const stopped = knownSet('TKI_DISCONTINUATION_REASON');
const inRemission = valueSet('TREATMENT_FREE_REMISSION_ATTEMPTED', 'true');

/** Sets of tables in which those with an event are, too. */
const eventTables: Readonly<Partial<Record<Endpoint, string>>> = {
  OVERALL: valueSet('VITAL_STATUS', 'DEAD'),
  INCIDENCE_OF_TKI_DISCONTINUATION: stopped,
  INCIDENCE_OF_TREATMENT_FREE_REMISSION: inRemission,
};

/** The same of those who have an origin that not everybody has. */
const originTables: Readonly<Partial<Record<TimeOrigin, string>>> = {
  TKI_DISCONTINUATION: stopped,
  TREATMENT_FREE_REMISSION_START: inRemission,
};

/**
 * Sets of other analyses from the same origin that may be the same as those of this one: nearly all patients are in either, and
 * whose death one of them counts has died in the others. The dead of an analysis are dead in the table of vital status as well,
 * and so on.
 */
export function analysisTwins(analysis: TimeAnalysis): readonly Twins[] {
  if (isDeclared(analysis)) {
    const reaching = analysisSets(analysis).reaching(0);
    const { of, withoutEvent } = analysis.endpoint.outcome;
    return [
      [reaching, knownSet(of)],
      [eventless(reaching), valueSet(of, withoutEvent)],
    ];
  }
  const own = analysis.endpoint;
  const ofOwn = analysisSets(analysis);
  const ofOther = (other: Endpoint): AnalysisSets => analysisSets({ ...analysis, endpoint: other });
  const others = endpoints.filter((other) => other !== own);
  const nested = implied.filter((pair) => pair.includes(own)).map((pair) => (pair[0] === own ? pair[1] : pair[0]));
  const event = eventTables[own];
  const origin = originTables[analysis.from];
  return [
    ...others.map((other): Twins => [ofOwn.reaching(0), ofOther(other).reaching(0)]),
    ...nested.map((other): Twins => [ofOwn.eventFrom(0), ofOther(other).eventFrom(0)]),
    ...(event === undefined ? [] : [[ofOwn.eventFrom(0), event] as const]),
    ...(origin === undefined ? [] : [[ofOwn.reaching(0), origin] as const]),
  ];
}

function eventless(reaching: string): string {
  return `${reaching} without event`;
}

function isDeclared(analysis: TimeAnalysis): analysis is DeclaredAnalysis {
  return typeof analysis.endpoint !== 'string';
}

/** Patients with the event, without it, and those who are not in the analysis from a month on. */
export function analysisSide(sets: AnalysisSets, month: number): TableSide {
  const reaching = sets.reaching(month);
  const ends = [sets.eventFrom(month), eventless(reaching)];
  const out = `not ${reaching}`;
  return {
    division: { name: EVERYBODY, parts: [{ name: reaching, parts: ends.map(leaf) }, leaf(out)] },
    names: [...ends, out],
    untold: [eventless(reaching), out],
  };
}
