import type { Assessment, MolecularResponse } from '../../domain';

export { type MolecularResponse, molecularResponses } from '../../domain';

export interface MolecularResponseLevel {
  readonly response: MolecularResponse;
  /** BCR::ABL1, % on the International Scale, at most. */
  readonly isPct: number;
  /** Copies of the control gene that the sample must hold for the level to be claimed. */
  readonly controlGeneMinimum?: { readonly ABL1: number; readonly GUSB: number };
}

/**
 * Levels of molecular response, deepest first. Scale and MMR: Hughes et al., Blood 2006;108:28. Deep levels and their
 * control-gene minima: Cross et al., Leukemia 2015;29:999. MR2 (at most 1 %) stands for a complete cytogenetic response
 * where banding is missing (Hochhaus et al., Leukemia 2020;34:966).
 */
export const molecularResponseLevels: readonly MolecularResponseLevel[] = [
  { response: 'MR5', isPct: 0.001, controlGeneMinimum: { ABL1: 100_000, GUSB: 240_000 } },
  { response: 'MR4_5', isPct: 0.0032, controlGeneMinimum: { ABL1: 32_000, GUSB: 77_000 } },
  { response: 'MR4', isPct: 0.01, controlGeneMinimum: { ABL1: 10_000, GUSB: 24_000 } },
  { response: 'MMR', isPct: 0.1 },
  { response: 'MR2', isPct: 1 },
];

/** The limit of major molecular response, % IS (Hughes et al., Blood 2006;108:28). */
export const majorMolecularResponseIsPct = 0.1;

/**
 * The deepest level that a measurement supports: its percentage is within the level's limit and the sample held enough
 * control gene. With fewer copies it falls to the deepest level they allow; with copies not documented, to MMR at most.
 *
 * @param isPct BCR::ABL1, % on the International Scale; 0 when undetectable
 * @param abl1Copies copies of the control gene ABL1
 */
export function molecularResponseOf(isPct: number, abl1Copies: number | undefined): MolecularResponse {
  const supported = molecularResponseLevels.find(
    (level) => isPct <= level.isPct && (level.controlGeneMinimum === undefined || (abl1Copies ?? 0) >= level.controlGeneMinimum.ABL1),
  );
  return supported?.response ?? 'NONE';
}

/**
 * Molecular response as a log reduction from the standardised baseline: 2 - log10(% IS). Undefined for 0, undetectable.
 * Levels are tested on the percentage, not on this: 0.0032 % is MR4.5 though its log reduction is 4.4949
 * (Cross et al., Leukemia 2015;29:999).
 */
export function logReduction(isPct: number): number | undefined {
  return isPct > 0 ? 2 - Math.log10(isPct) : undefined;
}

/** Transcript types that the International Scale is defined for, under their present and former names (Hughes et al., Blood 2006;108:28). */
export const scaledTranscripts: ReadonlySet<string> = new Set(['e13a2', 'b2a2', 'e14a2', 'b3a2']);

/**
 * The assessments as far as they can be read on the International Scale: with an atypical transcript (e1a2, e19a2 ...) a
 * percentage is not one of the scale, hence taken as not measured (project convention). A transcript that is not documented
 * is taken as typical.
 *
 * @param transcript at diagnosis; several are joined by `+`
 */
export function readOnInternationalScale(assessments: readonly Assessment[], transcript: string | undefined): readonly Assessment[] {
  if (transcript === undefined || transcript.split('+').some((part) => scaledTranscripts.has(part.toLowerCase()))) return assessments;
  return assessments.map(({ bcrAbl1IsPct: _unscaled, ...rest }) => rest);
}
