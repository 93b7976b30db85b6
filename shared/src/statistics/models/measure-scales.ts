import type { Measure } from '../measures';

/** Where a measure usually lies, and how far it usually spreads, in its own unit. */
export interface MeasureScale {
  readonly center: number;
  readonly spread: number;
}

/**
 * Inside a model a measure counts as (value − center) / spread, the same for every question, so that numbers stay near 1
 * and sums keep their digits; results are turned back into the measure's unit. The constants are round numbers near what
 * registries of chronic myeloid leukaemia report: they bear on rounding alone, never on a result.
 */
export const measureScales: Readonly<Record<Measure, MeasureScale>> = {
  AGE_AT_DIAGNOSIS: { center: 50, spread: 15 },
  AGE_AT_IMATINIB_START: { center: 50, spread: 15 },
  AGE_AT_FAILURE: { center: 50, spread: 15 },
  IMATINIB_MONTHS_TO_FAILURE: { center: 18, spread: 12 },
  IMATINIB_DOSE_AT_FAILURE: { center: 400, spread: 150 },
  SOKAL: { center: 1, spread: 0.5 },
  HASFORD: { center: 900, spread: 500 },
  EUTOS: { center: 50, spread: 40 },
  ELTS: { center: 1.6, spread: 0.6 },
  SPLEEN_AT_DIAGNOSIS: { center: 5, spread: 5 },
  WBC_AT_DIAGNOSIS: { center: 150, spread: 100 },
  HEMOGLOBIN_AT_DIAGNOSIS: { center: 120, spread: 20 },
  PLATELETS_AT_DIAGNOSIS: { center: 400, spread: 250 },
  BLASTS_AT_DIAGNOSIS: { center: 3, spread: 4 },
  BASOPHILS_AT_DIAGNOSIS: { center: 3, spread: 3 },
  EOSINOPHILS_AT_DIAGNOSIS: { center: 2, spread: 2 },
  TKI_MONTHS_TO_TREATMENT_FREE_REMISSION: { center: 90, spread: 30 },
  BCR_ABL1_AT_FAILURE: { center: 30, spread: 30 },
};
