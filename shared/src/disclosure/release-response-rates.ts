import { confirmedResponses, type FrequencyFigure, type ResponseRatesFigure, sum, wilsonInterval } from '../statistics';
import { knownSet, leaf, unknownSet, type ValueSets, valueSet } from './patient-sets';
import { type Released, releaseUnlessHidden, SUPPRESSED } from './release-count';
import type { ReleasedShare } from './release-frequencies';
import {
  type CountClaims,
  crossDivisions,
  type Division,
  EVERYBODY,
  type HiddenCounts,
  inAll,
  joinClaims,
  type TableSide,
} from './suppression';

/** A group's response rate after the gate. */
export interface ReleasedResponseRate {
  readonly group: string;
  readonly treated: Released<number>;
  readonly complete: Released<number>;
  readonly partial: Released<number>;
  readonly responders: Released<number>;
  /** Responders of the treated. */
  readonly share: Released<ReleasedShare>;
}

const TREATED = 'treated for a tumour other than CML';
const NOT_TREATED = `not ${TREATED}`;
const RESPONDERS = 'with a confirmed response';
const OTHERS = `${TREATED}, without a confirmed response`;
const NOT_DOCUMENTED = `${TREATED}, response not documented`;

const isConfirmed = (value: string): boolean => confirmedResponses.some((response) => response === value);
const responseSet = (value: string): string => (value === 'NOT_DOCUMENTED' ? NOT_DOCUMENTED : valueSet('BEST_RESPONSE', value));

/**
 * What response rates tell: of each group everybody treated, responders, complete and partial responses. How the others fared they
 * do not tell, nor how many of a group were not treated; but figures that are asked for beside them may tell of groups and of best
 * responses, which then are divided as far as both go.
 */
export function claimResponseRates({ table, rates }: ResponseRatesFigure, by: ValueSets): CountClaims {
  const groups = table.byValues ?? [];
  const together = rowsTogether(table);
  const apart = { names: [...table.values.map(responseSet), NOT_TREATED], counts: [...table.cells, table.unknown] };
  const alone = rates.map(({ group }) => {
    const column = groups.indexOf(group);
    const side = { division: leaf(by.of(group)), names: [by.of(group)] };
    const counts = together.counts.slice(0, -1).map((cells) => [cells[column] ?? 0]);
    return crossDivisions({ division: treatedInto([leaf(OTHERS)]), names: together.names.slice(0, -1) }, side, counts);
  });
  const sets = groups.map(by.of);
  const columns = onlyShown(by.division(groups), [...sets, by.unknown], sets);
  const cross = (division: Division, { names, counts }: Rows): CountClaims =>
    crossDivisions(onlyShown(division, names, [TREATED, RESPONDERS, ...confirmedSets]), columns, counts);
  return {
    ...joinClaims(alone),
    beside: [
      { sets: [EVERYBODY, TREATED, by.known, by.unknown, ...sets], claims: cross(everybodyInto([leaf(OTHERS)]), together) },
      {
        sets: [knownSet('BEST_RESPONSE'), unknownSet('BEST_RESPONSE')],
        claims: joinClaims([cross(everybodyInto([othersOf(table.values)]), apart), cross(byDocumentation(table.values), apart)]),
      },
    ],
  };
}

/** Rows of a table by the names of their sets. */
interface Rows {
  readonly names: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

const confirmedSets = confirmedResponses.map(responseSet);

/** Responses that count, all others together, and who was not treated. */
function rowsTogether({ values, cells, unknown }: FrequencyFigure): Rows {
  const of = (value: string): readonly number[] => cells[values.indexOf(value)] ?? [];
  const others = values.filter((value) => !isConfirmed(value)).map(of);
  const sums = unknown.map((_, column) => sum(others.map((row) => row[column] ?? 0)));
  return { names: [...confirmedSets, OTHERS, NOT_TREATED], counts: [...confirmedResponses.map(of), sums, unknown] };
}

function treatedInto(others: readonly Division[]): Division {
  return { name: TREATED, parts: [{ name: RESPONDERS, parts: confirmedSets.map(leaf) }, ...others] };
}

function everybodyInto(others: readonly Division[]): Division {
  return { name: EVERYBODY, parts: [treatedInto(others), leaf(NOT_TREATED)] };
}

function othersOf(values: readonly string[]): Division {
  return {
    name: OTHERS,
    parts: values
      .filter((value) => !isConfirmed(value))
      .map(responseSet)
      .map(leaf),
  };
}

function byDocumentation(values: readonly string[]): Division {
  const sets = values.map(responseSet);
  const documented = sets.filter((set) => set !== NOT_DOCUMENTED).map(leaf);
  const undocumented = [...sets.filter((set) => set === NOT_DOCUMENTED), NOT_TREATED].map(leaf);
  return {
    name: EVERYBODY,
    parts: [
      { name: knownSet('BEST_RESPONSE'), parts: documented },
      { name: unknownSet('BEST_RESPONSE'), parts: undocumented },
    ],
  };
}

/** A side of which no figure shows more than some of the sets. */
function onlyShown(division: Division, names: readonly string[], shown: readonly string[]): TableSide {
  const all = (part: Division): readonly string[] => [part.name, ...part.parts.flatMap(all)];
  return { division, names, untold: all(division).filter((name) => !shown.includes(name)) };
}

/** Passes response rates through the gate. A rate tells its responders and its denominator: it is released when both are. */
export function releaseResponseRates({ rates }: ResponseRatesFigure, by: ValueSets, hidden: HiddenCounts): readonly ReleasedResponseRate[] {
  return rates.map(({ group, treated: all, complete, partial }) => {
    const release = (count: number, set: string): Released<number> => releaseUnlessHidden(count, inAll(set, by.of(group)), hidden);
    const treated = release(all, TREATED);
    const responders = release(complete + partial, RESPONDERS);
    return {
      group,
      treated,
      complete: release(complete, responseSet('CR')),
      partial: release(partial, responseSet('PR')),
      responders,
      share: treated.suppressed || responders.suppressed ? SUPPRESSED : { suppressed: false, value: rateOf(responders.value, all) },
    };
  });
}

function rateOf(responders: number, treated: number): ReleasedShare {
  const { lower, upper } = wilsonInterval(responders, treated);
  return { percent: (100 * responders) / treated, lower: 100 * lower, upper: 100 * upper };
}
