import { confirmedResponses, type ResponseRatesFigure, wilsonInterval } from '../statistics';
import { knownSet, leaf, unknownSet, type ValueSets, valueSet } from './patient-sets';
import { type Released, releaseUnlessHidden, SUPPRESSED } from './release-count';
import type { ReleasedShare } from './release-frequencies';
import { type CountClaims, crossDivisions, type Division, EVERYBODY, type HiddenCounts, inAll, joinClaims, type TableSide } from './suppression';

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
 * What response rates tell: of each group everybody treated, responders, complete and partial responses. The other rows of the
 * table are told by none of the rates, but tables of the best response that are asked for beside them tell of the same
 * patients, and divide them by what is documented: hence both divisions.
 */
export function claimResponseRates({ table, rates }: ResponseRatesFigure, by: ValueSets): CountClaims {
  const groups = rates.map(({ group }) => group);
  const columns = onlyShown(by.division(table.byValues ?? []), [...(table.byValues ?? []).map(by.of), by.unknown], groups.map(by.of));
  const names = [...table.values.map(responseSet), NOT_TREATED];
  const shown = [TREATED, RESPONDERS, ...confirmedResponses.map(responseSet)];
  const counts = [...table.cells, table.unknown];
  const divisions = [byConfirmation(table.values), byDocumentation(table.values)];
  return joinClaims(divisions.map((division) => crossDivisions(onlyShown(division, names, shown), columns, counts)));
}

function byConfirmation(values: readonly string[]): Division {
  const confirmed = { name: RESPONDERS, parts: values.filter(isConfirmed).map(responseSet).map(leaf) };
  const others = { name: OTHERS, parts: values.filter((value) => !isConfirmed(value)).map(responseSet).map(leaf) };
  return { name: EVERYBODY, parts: [{ name: TREATED, parts: [confirmed, others] }, leaf(NOT_TREATED)] };
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
export function releaseResponseRates(
  { rates }: ResponseRatesFigure,
  by: ValueSets,
  hidden: HiddenCounts,
): readonly ReleasedResponseRate[] {
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
