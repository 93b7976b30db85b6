import { analysisSets, analysisTwins } from './analysis-sets';

describe('sets of an analysis that other figures may tell', () => {
  it.each([
    ['OVERALL', 'TKI_START', 'eventFrom', 'VITAL_STATUS=DEAD'],
    ['INCIDENCE_OF_TKI_DISCONTINUATION', 'TKI_START', 'eventFrom', 'TKI_DISCONTINUATION_REASON known'],
    ['INCIDENCE_OF_TREATMENT_FREE_REMISSION', 'TKI_START', 'eventFrom', 'TREATMENT_FREE_REMISSION_ATTEMPTED=true'],
    ['TREATMENT_FREE_SURVIVAL', 'TREATMENT_FREE_REMISSION_START', 'reaching', 'TREATMENT_FREE_REMISSION_ATTEMPTED=true'],
    ['OVERALL', 'TKI_DISCONTINUATION', 'reaching', 'TKI_DISCONTINUATION_REASON known'],
  ] as const)('%s from %s, %s: %s', (endpoint, from, set, table) => {
    expect(analysisTwins({ endpoint, from })).toContainEqual([analysisSets({ endpoint, from })[set](0), table]);
  });

  it('are those of the endpoints that it implies', () => {
    const from = 'TREATMENT_FREE_REMISSION_START';
    const [loss, free] = (['INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION', 'TREATMENT_FREE_SURVIVAL'] as const).map((endpoint) =>
      analysisSets({ endpoint, from }),
    );
    expect(analysisTwins({ endpoint: 'INCIDENCE_OF_LOSS_OF_TREATMENT_FREE_REMISSION', from })).toContainEqual([
      loss?.eventFrom(0),
      free?.eventFrom(0),
    ]);
  });
});
