import { declareRegistry } from './registry-declaration';

/** Every patient with the disease, failed or not. */
export const chronicMyeloidLeukemia = declareRegistry({
  name: 'CML',
  title: 'Chronic myeloid leukaemia',
  description: 'Every patient with CML.',
  isMember: ({ cml }) => cml,
  defaultOrigin: 'IMATINIB_START',
  endpoints: [
    { endpoint: 'OVERALL', from: ['DIAGNOSIS', 'IMATINIB_START', 'TKI_START'], reason: 'Survival with the disease.' },
    { endpoint: 'PROGRESSION_FREE', from: ['DIAGNOSIS', 'IMATINIB_START', 'TKI_START'], reason: 'Survival in chronic phase.' },
    { endpoint: 'FAILURE_FREE', from: ['IMATINIB_START'], reason: 'Survival without a notified failure of imatinib.' },
  ],
  events: [
    { event: 'FAILURE', from: ['IMATINIB_START'], reason: 'Notified failures among all who took imatinib.' },
    { event: 'COMPLETE_CYTOGENETIC_RESPONSE', from: ['IMATINIB_START', 'TKI_START'], reason: 'Response to the first inhibitor.' },
    { event: 'MAJOR_MOLECULAR_RESPONSE', from: ['IMATINIB_START', 'TKI_START'], reason: 'Response to the first inhibitor.' },
    { event: 'PROGRESSION', from: ['DIAGNOSIS', 'IMATINIB_START', 'TKI_START'], reason: 'Accelerated or blast phase.' },
    {
      event: 'CML_DEATH',
      from: ['DIAGNOSIS', 'IMATINIB_START', 'TKI_START'],
      reason: 'Deaths of the disease, apart from those of other causes.',
    },
  ],
  notes: [
    'Failures are over-represented as long as centres notify failures and not every patient they treat: incidences hold for centres that register all.',
  ],
  report: [
    {
      title: 'Patients',
      figures: [
        { field: 'frequencies', variable: 'COUNTRY' },
        { field: 'frequencies', variable: 'SEX' },
        { field: 'frequencies', variable: 'AGE_GROUP_AT_DIAGNOSIS' },
        { field: 'frequencies', variable: 'PHASE_AT_DIAGNOSIS' },
        { field: 'frequencies', variable: 'TRANSCRIPT' },
        { field: 'frequencies', variable: 'ELTS_GROUP' },
      ],
    },
    {
      title: 'Course',
      figures: [
        { field: 'milestones', edition: 'ELN_2020' },
        { field: 'cumulativeIncidence', event: 'MAJOR_MOLECULAR_RESPONSE', from: 'IMATINIB_START' },
        { field: 'cumulativeIncidence', event: 'FAILURE', from: 'IMATINIB_START' },
        { field: 'survival', endpoint: 'OVERALL', from: 'DIAGNOSIS', by: 'ELTS_GROUP' },
        { field: 'survival', endpoint: 'PROGRESSION_FREE', from: 'DIAGNOSIS' },
      ],
    },
  ],
});
