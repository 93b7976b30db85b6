import { declareRegistry } from './registry-declaration';

/** The registry of 2006 (Blood 2006;108(11), abstract 4764). */
export const imatinibFailure = declareRegistry({
  name: 'IMATINIB_FAILURE',
  title: 'Imatinib failure',
  description:
    'Eligible patients with a notified failure of imatinib: Ph+ or BCR::ABL1+ CML, 18 years or older and in chronic phase at its start.',
  isMember: ({ eligible }) => eligible,
  defaultOrigin: 'IMATINIB_START',
  endpoints: [
    { endpoint: 'OVERALL', from: ['FAILURE', 'IMATINIB_START', 'DIAGNOSIS'], reason: 'How long patients live once imatinib has failed.' },
    { endpoint: 'PROGRESSION_FREE', from: ['FAILURE', 'IMATINIB_START'], reason: 'How long they live without an advanced phase.' },
  ],
  events: [
    { event: 'PROGRESSION', from: ['FAILURE', 'IMATINIB_START'], reason: 'An advanced phase is what the next treatment is to prevent.' },
    {
      event: 'COMPLETE_CYTOGENETIC_RESPONSE',
      from: ['FAILURE'],
      reason: 'The first aim of the treatment after imatinib.',
    },
    { event: 'MAJOR_MOLECULAR_RESPONSE', from: ['FAILURE'], reason: 'The depth of response to the treatment after imatinib.' },
    { event: 'CML_DEATH', from: ['FAILURE'], reason: 'Deaths of the disease, apart from those of other causes.' },
  ],
  delayedEntry: {
    from: 'notifiedOn',
    whenIgnored:
      'Left truncation is off: patients count as at risk from the origin, though only who lived to fail and to be notified is in this registry, which makes survival look longer.',
  },
  reachedByAll: {
    endpoints: ['FAILURE_FREE', 'INCIDENCE_OF_FAILURE'],
    note: 'Every patient of this registry has failed imatinib: these figures describe when, and are no rate or probability of failure.',
  },
  notes: [
    'Everybody here has failed: no incidence, rate or probability of failure follows from these figures without a registry of all who were treated.',
    'Notified failures are those of centres that notify; figures are worth a look by country.',
  ],
  report: [
    {
      title: 'Patients',
      figures: [
        { field: 'frequencies', variable: 'COUNTRY' },
        { field: 'frequencies', variable: 'SEX' },
        { field: 'summary', measure: 'AGE_AT_DIAGNOSIS' },
        { field: 'frequencies', variable: 'SOKAL_GROUP' },
        { field: 'frequencies', variable: 'EVER_IN_PROSPECTIVE_STUDY' },
      ],
    },
    {
      title: 'Failure',
      figures: [
        { field: 'frequencies', variable: 'FAILURE_CATEGORY', by: 'IMATINIB_LINE' },
        { field: 'frequencies', variable: 'FAILURE_SUBCATEGORY' },
        { field: 'frequencies', variable: 'PHASE_AT_FAILURE' },
        { field: 'frequencies', variable: 'MUTATION' },
        { field: 'summary', measure: 'IMATINIB_MONTHS_TO_FAILURE', by: 'FAILURE_CATEGORY' },
        { field: 'summary', measure: 'IMATINIB_DOSE_AT_FAILURE' },
        { field: 'milestones', edition: 'ELN_2006' },
      ],
    },
    {
      title: 'After failure',
      figures: [
        { field: 'frequencies', variable: 'THERAPEUTIC_DECISION', by: 'FAILURE_CATEGORY' },
        { field: 'survival', endpoint: 'OVERALL', from: 'FAILURE', delayedEntry: true },
        { field: 'survival', endpoint: 'OVERALL', from: 'FAILURE', by: 'FAILURE_CATEGORY' },
        { field: 'cumulativeIncidence', event: 'COMPLETE_CYTOGENETIC_RESPONSE', from: 'FAILURE' },
        { field: 'cumulativeIncidence', event: 'PROGRESSION', from: 'FAILURE' },
        {
          field: 'coxRegression',
          endpoint: 'OVERALL',
          from: 'FAILURE',
          covariates: [{ measure: 'AGE_AT_FAILURE' }, { variable: 'FAILURE_CATEGORY', reference: 'NO_OR_UNSATISFACTORY_RESPONSE' }],
          delayedEntry: true,
        },
      ],
    },
  ],
});
