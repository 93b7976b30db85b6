import type { Phase, RuleOutcome } from '../../domain';
import { type Citation, citationText } from '../citation';
import { allOf, type Criterion, measure, sign } from './criterion';

/** The systems by which a phase may have been named; the same patient may be in different phases by each. */
export const phaseSystems = ['ELN', 'WHO_2016', 'WHO_2022'] as const;
export type PhaseSystem = (typeof phaseSystems)[number];

/** The findings that decide the phase; absent is not known. Percentages are of peripheral blood or marrow, the higher. */
export interface PhaseFindings {
  readonly blastsPct?: number | undefined;
  readonly blastsAndPromyelocytesPct?: number | undefined;
  /** Of peripheral blood. */
  readonly basophilsPct?: number | undefined;
  /** Persistent platelets < 100 x 10⁹/L unrelated to therapy. */
  readonly thrombocytopeniaUnrelatedToTherapy?: boolean | undefined;
  /** Persistent platelets > 1000 x 10⁹/L unresponsive to therapy. */
  readonly thrombocytosisUnresponsive?: boolean | undefined;
  /** White cells > 10 x 10⁹/L or a growing spleen, unresponsive to therapy. */
  readonly leukocytosisOrSplenomegalyUnresponsive?: boolean | undefined;
  /** Additional aberrations in Ph+ cells: major route, complex, or of 3q26.2. */
  readonly highRiskAberrationsAtDiagnosis?: boolean | undefined;
  readonly majorRouteAberrationsOnTreatment?: boolean | undefined;
  readonly newAberrationsOnTreatment?: boolean | undefined;
  /** Blasts outside marrow, blood and spleen. */
  readonly extramedullaryBlasts?: boolean | undefined;
  readonly blastClustersInBiopsy?: boolean | undefined;
  readonly increasedLymphoblasts?: boolean | undefined;
}

type PhaseRows = readonly Criterion<PhaseFindings>[];

export interface PhaseTable {
  readonly system: PhaseSystem;
  readonly citation: Citation;
  /** Any of them. */
  readonly BLAST: PhaseRows;
  /** Any of them, and none of the blast phase. Empty where the system has no accelerated phase. */
  readonly ACCELERATED: PhaseRows;
}

const blasts = measure<PhaseFindings>('blasts', '%', ({ blastsPct }) => blastsPct);
const blastsAndPromyelocytes = measure<PhaseFindings>('blasts and promyelocytes', '%', (findings) => findings.blastsAndPromyelocytesPct);
const basophils = measure<PhaseFindings>('basophils', '%', ({ basophilsPct }) => basophilsPct);
const extramedullary = sign<PhaseFindings>('extramedullary blasts', ({ extramedullaryBlasts }) => extramedullaryBlasts);
const thrombocytopenia = sign<PhaseFindings>(
  'persistent platelets < 100 10⁹/L unrelated to therapy',
  (findings) => findings.thrombocytopeniaUnrelatedToTherapy,
);

/**
 * The phases of each system as its authors print them. Reproductions disagree on whether 30 % blasts and promyelocytes and
 * 20 % basophils belong to ELN's accelerated phase: here > 30 and ≥ 20.
 */
export const phaseTables: Readonly<Record<PhaseSystem, PhaseTable>> = {
  ELN: {
    system: 'ELN',
    citation: { authors: 'Baccarani et al.', journal: 'Blood', year: 2013, locator: '122:872' },
    BLAST: [blasts.atLeast(30), extramedullary],
    ACCELERATED: [
      allOf(blasts.atLeast(15), blasts.below(30)),
      allOf(blastsAndPromyelocytes.above(30), blasts.below(30)),
      basophils.atLeast(20),
      thrombocytopenia,
      sign('major-route aberrations in Ph+ cells on treatment', (findings) => findings.majorRouteAberrationsOnTreatment),
    ],
  },
  WHO_2016: {
    system: 'WHO_2016',
    citation: { authors: 'Arber et al.', journal: 'Blood', year: 2016, locator: '127:2391' },
    BLAST: [
      blasts.atLeast(20),
      extramedullary,
      sign('clusters of blasts in the biopsy', ({ blastClustersInBiopsy }) => blastClustersInBiopsy),
    ],
    ACCELERATED: [
      allOf(blasts.atLeast(10), blasts.below(20)),
      basophils.atLeast(20),
      thrombocytopenia,
      sign('platelets > 1000 10⁹/L unresponsive to therapy', ({ thrombocytosisUnresponsive }) => thrombocytosisUnresponsive),
      sign(
        'white blood cells > 10 10⁹/L or a growing spleen, unresponsive to therapy',
        (findings) => findings.leukocytosisOrSplenomegalyUnresponsive,
      ),
      sign(
        'major-route, complex or 3q26.2 aberrations at diagnosis',
        ({ highRiskAberrationsAtDiagnosis }) => highRiskAberrationsAtDiagnosis,
      ),
      sign('new clonal aberrations on therapy', ({ newAberrationsOnTreatment }) => newAberrationsOnTreatment),
    ],
  },
  WHO_2022: {
    system: 'WHO_2022',
    citation: { authors: 'Khoury et al.', journal: 'Leukemia', year: 2022, locator: '36:1703' },
    BLAST: [blasts.atLeast(20), extramedullary, sign('increased lymphoblasts', ({ increasedLymphoblasts }) => increasedLymphoblasts)],
    ACCELERATED: [],
  },
};

export interface PhaseClassification {
  /** Absent when the findings do not decide it. */
  readonly phase?: Phase;
  readonly because: readonly RuleOutcome[];
}

/**
 * The phase of the findings by one system's table. Chronic is what is neither; without a blast count it is not known. The
 * other findings need not be documented to say chronic, as they seldom are when absent (project convention).
 */
export function classifyPhase(table: PhaseTable, findings: PhaseFindings): PhaseClassification {
  const { system } = table;
  const source = citationText(table.citation);
  for (const phase of ['BLAST', 'ACCELERATED'] as const) {
    const met = table[phase].filter(({ holds }) => holds(findings) === true);
    if (met.length > 0) {
      const because = met.map(({ statement }) => ({ rule: `${system}_${phase}`, message: `${statement} (${source}).` }));
      return { phase, because };
    }
  }
  if (findings.blastsPct === undefined) {
    return { because: [{ rule: `${system}_NOT_EVALUABLE`, message: 'Blasts are not documented; without them no phase can be named.' }] };
  }
  const message = `No documented finding meets a criterion of a more advanced phase (${source}).`;
  return { phase: 'CHRONIC', because: [{ rule: `${system}_CHRONIC`, message }] };
}
