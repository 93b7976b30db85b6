import type { RiskGroup, RiskScoreName } from '../../domain';
import type { Citation } from '../citation';

/** What the scores are computed from, all of it before any treatment. An absent input is not known. */
export interface ScoreInputs {
  readonly ageYears?: number | undefined;
  /** Below the costal margin, greatest distance by palpation. */
  readonly spleenCm?: number | undefined;
  /** 10⁹/L. */
  readonly platelets?: number | undefined;
  /** Percentages of the peripheral blood's differential. */
  readonly blastsPct?: number | undefined;
  readonly eosinophilsPct?: number | undefined;
  readonly basophilsPct?: number | undefined;
}
export type ScoreInput = keyof ScoreInputs;

/** The inputs of one score, all of them known. */
export type KnownInputs<I extends ScoreInput> = { readonly [K in I]: number };

/** A score as published: its inputs, its formula and the limits of its groups. */
export interface RiskScoreDefinition<I extends ScoreInput> {
  readonly name: RiskScoreName;
  readonly citation: Citation;
  readonly inputs: readonly I[];
  /** Full precision. */
  readonly value: (inputs: KnownInputs<I>) => number;
  /** The group of a value, rounded first as the score's limits need it. */
  readonly group: (value: number) => RiskGroup;
}

/** One score of one patient. A value comes with its group; without a value the note says why. */
export interface RiskScore {
  readonly name: RiskScoreName;
  readonly value?: number;
  readonly group?: RiskGroup;
  /** Why there is no value, or why to doubt it. */
  readonly note?: string;
}
