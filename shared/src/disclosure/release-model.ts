import { HubError } from '../errors';
import type { Covariate, Model, ModelDesign } from '../statistics';
import { analysisSets, analysisTwins } from './analysis-sets';
import { isSmall } from './is-small';
import { knownSet, valueSet } from './patient-sets';
import { type Released, releaseUnlessHidden } from './release-count';
import { type CountCell, type CountClaims, type CountSum, EVERYBODY, type HiddenCounts, inAll, type Nested } from './suppression';

/** The counts of a model after the gate. */
export interface ReleasedModelCounts {
  readonly n: Released<number>;
  readonly events: Released<number>;
  readonly excludedForMissing: Released<number>;
}

/** Events for each degree of freedom below which estimates are unreliable (Peduzzi, J Clin Epidemiol 1996;49:1373). */
const ADVISED_EVENTS = 10;

/**
 * Refuses a model that speaks of too few: it needs k patients, and k for every value of a variable in it.
 *
 * @param threshold k
 * @throws HubError DISCLOSURE_REFUSED
 */
export function checkModel({ patients, levels }: ModelDesign, threshold: number): void {
  if (isSmall(patients, threshold)) throw refused(`A model needs at least ${threshold} patients of whom everything in it is known.`);
  const small = levels.filter((level) => isSmall(level.patients, threshold));
  if (small.length === 0) return;
  const names = small.map(({ variable, value }) => `${variable}=${value}`).join(', ');
  throw refused(`Every value of a variable in a model needs at least ${threshold} patients; fewer have ${names}.`);
}

/**
 * What a model tells: who is in it and who is not, and who of the former has the event and who has not. A logistic model of one
 * variable fits its table exactly, so that its coefficients tell the events of each value.
 */
export function claimModel(model: Model<Covariate>, design: ModelDesign): CountClaims {
  const sets = modelSets(model);
  const { inCohort, patients, events } = design;
  const { depth } = sets;
  const levels = isSaturated(model) ? levelCells(model, design) : [];
  return {
    cells: [
      { name: EVERYBODY, count: inCohort, depth: 0 },
      { name: sets.inModel, count: patients, depth },
      { name: sets.excluded, count: inCohort - patients, depth },
      { name: sets.withEvent, count: events, depth: depth + 1 },
      { name: sets.withoutEvent, count: patients - events, depth: depth + 1, untold: true },
      ...levels.flatMap((level) => [level.all, level.withEvent, level.withoutEvent]),
    ],
    sums: [
      { whole: EVERYBODY, parts: [sets.inModel, sets.excluded] },
      { whole: sets.inModel, parts: [sets.withEvent, sets.withoutEvent] },
      ...levelSums(levels, sets),
    ],
    twins: model.family === 'COX' ? analysisTwins(model) : [],
    nested: nestedSets(model, sets),
  };
}

/** Passes the counts of a model through the gate. */
export function releaseModelCounts(
  model: Model<Covariate>,
  { inCohort, patients, events }: ModelDesign,
  hidden: HiddenCounts,
): ReleasedModelCounts {
  const sets = modelSets(model);
  return {
    n: releaseUnlessHidden(patients, sets.inModel, hidden),
    events: releaseUnlessHidden(events, sets.withEvent, hidden),
    excludedForMissing: releaseUnlessHidden(inCohort - patients, sets.excluded, hidden),
  };
}

/**
 * Refuses a model whose coefficients would tell a count that is hidden.
 *
 * @throws HubError DISCLOSURE_REFUSED
 */
export function checkCoefficients(model: Model<Covariate>, design: ModelDesign, hidden: HiddenCounts): void {
  if (!isSaturated(model)) return;
  const told = levelCells(model, design).flatMap(({ all, withEvent, withoutEvent }) => [all, withEvent, withoutEvent]);
  if (!told.some(({ name }) => hidden.has(name))) return;
  throw refused(
    'With one variable the coefficients of a logistic model tell how many patients of each value have the outcome; these are too few.',
  );
}

/** What to say of a model with few events; undefined where they are enough. */
export function fewEventsNote({ events }: ModelDesign, degreesOfFreedom: number): string | undefined {
  if (degreesOfFreedom === 0 || events >= ADVISED_EVENTS * degreesOfFreedom) return undefined;
  return `There are fewer than ${ADVISED_EVENTS} events for each degree of freedom: estimates and intervals are unreliable.`;
}

interface ModelSets {
  readonly inModel: string;
  readonly excluded: string;
  readonly withEvent: string;
  readonly withoutEvent: string;
  readonly depth: number;
}

/** Everything in a model is known of its patients; those with the event are the ones that tables and curves count. */
function modelSets(model: Model<Covariate>): ModelSets {
  const known = model.covariates.map((covariate) => knownSet('measure' in covariate ? covariate.measure : covariate.variable));
  const outcome = outcomeSets(model);
  const inModel = inAll(outcome.all, ...known);
  return {
    inModel,
    excluded: `not ${inModel}`,
    withEvent: inAll(outcome.event, ...known),
    withoutEvent: inAll(outcome.others, ...known),
    depth: 1 + known.length,
  };
}

/** Who is in a model is in what it is made of: in the analysis, or with the outcome known, and with every covariate known. */
function nestedSets(model: Model<Covariate>, { inModel, withEvent, withoutEvent }: ModelSets): readonly Nested[] {
  const { all, event, others } = outcomeSets(model);
  const known = model.covariates.map((covariate) => knownSet('measure' in covariate ? covariate.measure : covariate.variable));
  return [
    ...[all, ...known].map((whole) => ({ whole, part: inModel })),
    { whole: event, part: withEvent },
    { whole: others, part: withoutEvent },
  ];
}

function outcomeSets(model: Model<Covariate>): Readonly<Record<'all' | 'event' | 'others', string>> {
  if (model.family === 'COX') {
    const sets = analysisSets(model);
    return { all: sets.reaching(0), event: sets.eventFrom(0), others: `${sets.reaching(0)} without event` };
  }
  const { variable, value } = model.outcome;
  return { all: knownSet(variable), event: valueSet(variable, value), others: `${variable} other than ${value}` };
}

function isSaturated({ family, covariates }: Model<Covariate>): boolean {
  return family === 'LOGISTIC' && covariates.length === 1 && covariates.every((covariate) => 'variable' in covariate);
}

type LevelCells = Readonly<Record<'all' | 'withEvent' | 'withoutEvent', CountCell>>;

function levelCells(model: Model<Covariate>, { levels }: ModelDesign): readonly LevelCells[] {
  const outcome = outcomeSets(model);
  return levels.map(({ variable, value, patients, events }) => {
    const cell = (set: string, count: number, depth: number): CountCell => ({ name: inAll(set, valueSet(variable, value)), count, depth });
    return {
      all: cell(outcome.all, patients, 3),
      withEvent: cell(outcome.event, events, 4),
      withoutEvent: cell(outcome.others, patients - events, 4),
    };
  });
}

function levelSums(levels: readonly LevelCells[], sets: ModelSets): readonly CountSum[] {
  if (levels.length === 0) return [];
  return [
    { whole: sets.inModel, parts: levels.map(({ all }) => all.name) },
    { whole: sets.withEvent, parts: levels.map(({ withEvent }) => withEvent.name) },
    { whole: sets.withoutEvent, parts: levels.map(({ withoutEvent }) => withoutEvent.name) },
    ...levels.map(({ all, withEvent, withoutEvent }) => ({ whole: all.name, parts: [withEvent.name, withoutEvent.name] })),
  ];
}

function refused(message: string): HubError {
  return new HubError('DISCLOSURE_REFUSED', message);
}
