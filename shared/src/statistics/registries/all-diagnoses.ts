import { declareRegistry } from './registry-declaration';

/** The disease does not matter, as long as one is documented. */
export const allDiagnoses = declareRegistry({
  name: 'ALL',
  title: 'All diagnoses',
  description: 'Every diagnosis.',
  isMember: ({ disease }) => disease !== undefined,
  defaultOrigin: 'IMATINIB_START',
  endpoints: [{ endpoint: 'OVERALL', from: ['DIAGNOSIS', 'IMATINIB_START'], reason: 'The one endpoint that all diseases share.' }],
  events: [],
  notes: ['Diseases of different course are together here: figures are worth more by DISEASE.'],
  report: [
    {
      title: 'Patients',
      figures: [
        { field: 'frequencies', variable: 'DISEASE', by: 'SEX' },
        { field: 'summary', measure: 'AGE_AT_DIAGNOSIS', by: 'DISEASE' },
      ],
    },
    {
      title: 'Course',
      figures: [
        { field: 'frequencies', variable: 'BEST_RESPONSE', by: 'DISEASE' },
        { field: 'survival', endpoint: 'OVERALL', from: 'DIAGNOSIS', by: 'DISEASE' },
      ],
    },
  ],
});
