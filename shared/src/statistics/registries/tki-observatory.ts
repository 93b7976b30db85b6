import { declareRegistry } from './registry-declaration';

/** Inhibitors from the first dose to treatment-free remission and its loss (Hochhaus et al., Leukemia 2020;34:966). */
export const tkiObservatory = declareRegistry({
  name: 'TKI_OBSERVATORY',
  title: 'Observatory of tyrosine kinase inhibitors',
  description: 'Every patient with CML and a documented line of a tyrosine kinase inhibitor.',
  isMember: ({ cml, tkiStartedOn }) => cml && tkiStartedOn !== undefined,
  defaultOrigin: 'TKI_START',
  endpoints: [
    {
      endpoint: 'OVERALL',
      from: ['TKI_START', 'TKI_DISCONTINUATION', 'TREATMENT_FREE_REMISSION_START'],
      reason: 'Survival under inhibitors, and without.',
    },
    {
      endpoint: 'PROGRESSION_FREE',
      from: ['TKI_START', 'TREATMENT_FREE_REMISSION_START'],
      reason: 'Whether the disease stays in chronic phase, above all without a drug.',
    },
    {
      endpoint: 'TREATMENT_FREE_SURVIVAL',
      from: ['TREATMENT_FREE_REMISSION_START'],
      reason: 'How long a remission lasts without an inhibitor: until loss of major molecular response, restart or death.',
    },
  ],
  events: [
    { event: 'COMPLETE_CYTOGENETIC_RESPONSE', from: ['TKI_START'], reason: 'Response to the first inhibitor.' },
    { event: 'MAJOR_MOLECULAR_RESPONSE', from: ['TKI_START'], reason: 'Response to the first inhibitor.' },
    { event: 'PROGRESSION', from: ['TKI_START', 'TREATMENT_FREE_REMISSION_START'], reason: 'Accelerated or blast phase.' },
    {
      event: 'TKI_DISCONTINUATION',
      from: ['TKI_START', 'DIAGNOSIS'],
      reason: 'Inhibitors stopped without a switch to another, for whatever reason.',
    },
    { event: 'TREATMENT_FREE_REMISSION', from: ['TKI_START', 'DIAGNOSIS'], reason: 'Inhibitors stopped in remission.' },
    {
      event: 'LOSS_OF_TREATMENT_FREE_REMISSION',
      from: ['TREATMENT_FREE_REMISSION_START'],
      reason: 'Loss of major molecular response, or a restart; death competes.',
    },
    {
      event: 'CML_DEATH',
      from: ['TKI_START', 'TREATMENT_FREE_REMISSION_START'],
      reason: 'Deaths of the disease, apart from those of other causes.',
    },
  ],
  notes: [
    'Another inhibitor within 30 days of a stop is a switch; a stop for treatment-free remission is one unless another inhibitor goes on or begins on its day.',
    'Of several attempts at treatment-free remission the first one counts; it is followed until the last BCR::ABL1 on the International Scale, and who has none after the stop is in no figure of its loss.',
  ],
  report: [
    {
      title: 'Patients and lines',
      figures: [
        { field: 'frequencies', variable: 'COUNTRY' },
        { field: 'summary', measure: 'AGE_AT_DIAGNOSIS', by: 'FIRST_TKI' },
        { field: 'frequencies', variable: 'FIRST_TKI' },
        { field: 'frequencies', variable: 'TKI_LINES', by: 'FIRST_TKI' },
      ],
    },
    {
      title: 'Responses',
      figures: [
        { field: 'frequencies', variable: 'DEEPEST_MOLECULAR_RESPONSE', by: 'FIRST_TKI' },
        { field: 'cumulativeIncidence', event: 'COMPLETE_CYTOGENETIC_RESPONSE', from: 'TKI_START' },
        { field: 'cumulativeIncidence', event: 'MAJOR_MOLECULAR_RESPONSE', from: 'TKI_START', by: 'FIRST_TKI' },
        { field: 'survival', endpoint: 'OVERALL', from: 'TKI_START' },
      ],
    },
    {
      title: 'Discontinuation',
      figures: [
        { field: 'frequencies', variable: 'TKI_DISCONTINUATION_REASON', by: 'FIRST_TKI' },
        { field: 'cumulativeIncidence', event: 'TKI_DISCONTINUATION', from: 'TKI_START' },
      ],
    },
    {
      title: 'Treatment-free remission',
      figures: [
        { field: 'frequencies', variable: 'TREATMENT_FREE_REMISSION_ATTEMPTED' },
        { field: 'frequencies', variable: 'TREATMENT_FREE_REMISSION_CRITERIA' },
        { field: 'summary', measure: 'TKI_MONTHS_TO_TREATMENT_FREE_REMISSION' },
        { field: 'cumulativeIncidence', event: 'TREATMENT_FREE_REMISSION', from: 'TKI_START' },
        { field: 'survival', endpoint: 'TREATMENT_FREE_SURVIVAL', from: 'TREATMENT_FREE_REMISSION_START' },
        {
          field: 'survival',
          endpoint: 'TREATMENT_FREE_SURVIVAL',
          from: 'TREATMENT_FREE_REMISSION_START',
          by: 'TREATMENT_FREE_REMISSION_CRITERIA',
        },
        { field: 'cumulativeIncidence', event: 'LOSS_OF_TREATMENT_FREE_REMISSION', from: 'TREATMENT_FREE_REMISSION_START' },
        {
          field: 'coxRegression',
          endpoint: 'TREATMENT_FREE_SURVIVAL',
          from: 'TREATMENT_FREE_REMISSION_START',
          covariates: [{ measure: 'TKI_MONTHS_TO_TREATMENT_FREE_REMISSION' }, { variable: 'SEX', reference: 'F' }],
        },
      ],
    },
  ],
});
