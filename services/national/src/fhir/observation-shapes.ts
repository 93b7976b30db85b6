import type { RecordKind } from '@registry-hub/shared/domain';
import { localSystems, observationTerms, type Term } from './codes';
import type { ComponentField, FhirField, FieldOf, ValueType } from './fhir-field';

/** An observation of one kind of record: what it is about, and which fields it says. */
export interface ObservationShape<K extends RecordKind = RecordKind, F extends string = string> {
  readonly kind: K;
  /** Distinguishes the observations of one record, in their ids. */
  readonly name: string;
  readonly term: Term;
  /** Codes that are read as the same, and never written. */
  readonly alsoRead?: readonly Term[];
  readonly category: 'laboratory' | 'exam';
  /** The field that is the observation's day. */
  readonly day: F;
  readonly value?: FhirField<F>;
  readonly components?: readonly ComponentField<F>[];
}

const quantity = (unit: string): ValueType => ({ kind: 'quantity', unit });
const percent = quantity('%');
const cells = quantity('10*9/L');
const integer: ValueType = { kind: 'integer' };
const boolean: ValueType = { kind: 'boolean' };
const text: ValueType = { kind: 'text' };

const terms = observationTerms;
const alsoLeukocytes = [terms.leukocytesAnyMethod];

type ShapeOf<K extends RecordKind> = ObservationShape<K, FieldOf<K>>;
type Measured<K extends RecordKind> = Omit<ShapeOf<K>, 'kind' | 'day' | 'category'>;

const atDiagnosis = (shape: Measured<'diagnosis'>, category: ObservationShape['category'] = 'laboratory'): ShapeOf<'diagnosis'> => ({
  kind: 'diagnosis',
  day: 'diagnosedOn',
  category,
  ...shape,
});

/** At diagnosis: each has the Condition as its focus, by which it is told from an assessment of the same day. */
export const diagnosisShapes: readonly ShapeOf<'diagnosis'>[] = [
  atDiagnosis({ name: 'ph', term: terms.philadelphia, value: { field: 'phPositive', type: boolean } }),
  atDiagnosis({ name: 'transcript', term: terms.transcript, value: { field: 'transcript', type: text } }),
  atDiagnosis({ name: 'spleen', term: terms.spleen, value: { field: 'spleenCm', type: quantity('cm') } }, 'exam'),
  atDiagnosis({ name: 'wbc', term: terms.leukocytes, alsoRead: alsoLeukocytes, value: { field: 'wbc', type: cells } }),
  atDiagnosis({ name: 'hemoglobin', term: terms.hemoglobin, value: { field: 'hemoglobin', type: quantity('g/L') } }),
  atDiagnosis({ name: 'platelets', term: terms.platelets, value: { field: 'platelets', type: cells } }),
  atDiagnosis({ name: 'blasts', term: terms.blasts, value: { field: 'blastsPct', type: percent } }),
  atDiagnosis({ name: 'basophils', term: terms.basophils, value: { field: 'basophilsPct', type: percent } }),
  atDiagnosis({ name: 'eosinophils', term: terms.eosinophils, value: { field: 'eosinophilsPct', type: percent } }),
  atDiagnosis({ name: 'karyotype', term: terms.karyotype, value: { field: 'karyotype', type: text } }),
];

const atAssessment = (shape: Measured<'assessment'>, category: ObservationShape['category'] = 'laboratory'): ShapeOf<'assessment'> => ({
  kind: 'assessment',
  day: 'assessedOn',
  category,
  ...shape,
});

/** The visit itself, which has the others as its members. */
export const assessmentPanel: ShapeOf<'assessment'> = atAssessment({ name: 'assessment', term: terms.assessment }, 'exam');

export const assessmentShapes: readonly ShapeOf<'assessment'>[] = [
  atAssessment({ name: 'phase', term: terms.phase, value: { field: 'phase', type: { kind: 'code', system: localSystems.phase } } }, 'exam'),
  atAssessment({
    name: 'chr',
    term: terms.completeHematologicResponse,
    value: { field: 'completeHematologicResponse', type: boolean },
  }),
  atAssessment({ name: 'wbc', term: terms.leukocytes, alsoRead: alsoLeukocytes, value: { field: 'wbc', type: cells } }),
  atAssessment({ name: 'platelets', term: terms.platelets, value: { field: 'platelets', type: cells } }),
  atAssessment({ name: 'blasts', term: terms.blasts, value: { field: 'blastsPct', type: percent } }),
  atAssessment({
    name: 'metaphases',
    term: terms.metaphases,
    components: [
      { field: 'metaphasesExamined', term: terms.metaphasesExamined, type: integer },
      { field: 'metaphasesPhPositive', term: terms.metaphasesPhPositive, type: integer },
    ],
  }),
  atAssessment({
    name: 'bcr-abl1',
    term: terms.bcrAbl1,
    value: { field: 'bcrAbl1IsPct', type: percent },
    components: [{ field: 'abl1Copies', term: terms.abl1Copies, type: quantity('{copies}') }],
  }),
];

/** A variant as Genomics Reporting has it: found present, or none of the gene found. */
export const mutationShape: ShapeOf<'mutation'> = {
  kind: 'mutation',
  name: 'variant',
  term: terms.variant,
  category: 'laboratory',
  day: 'sampledOn',
  components: [
    { field: 'variant', term: terms.proteinChange, type: { kind: 'variant' } },
    { field: 'vafPct', term: terms.alleleFrequency, type: percent },
  ],
};

export const failureShape: ShapeOf<'failure'> = {
  kind: 'failure',
  name: 'failure',
  term: terms.failure,
  category: 'exam',
  day: 'failedOn',
  value: { field: 'reportedSubcategory', type: { kind: 'code', system: localSystems.failureSubcategory } },
  components: [
    { field: 'notifiedOn', term: terms.notifiedOn, type: { kind: 'day' } },
    { field: 'decision', term: terms.decision, type: { kind: 'code', system: localSystems.therapeuticDecision } },
  ],
};

/** Every observation that the registry writes and reads. */
export const observationShapes: readonly ObservationShape[] = [
  ...diagnosisShapes,
  assessmentPanel,
  ...assessmentShapes,
  mutationShape,
  failureShape,
];
