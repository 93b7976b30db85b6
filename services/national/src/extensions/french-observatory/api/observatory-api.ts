import type { Grant, RightsRow } from '@registry-hub/shared/rights';
import type { ExtensionApi } from '../../../extension';
import { observatoryRootResolvers } from './observatory-operations';
import { ObservatoryCohortResolver, ObservatoryResolver } from './observatory-resolvers';

const any: Grant = { scope: 'ANY' };
const ownCountry: Grant = { scope: 'OWN_COUNTRY' };
const ownCenter: Grant = { scope: 'OWN_CENTER' };

const rights: readonly RightsRow[] = [
  {
    title: '`france.observatory`',
    fields: fieldsOf('Country', ['observatory']),
    grants: { LEAD: any, COORDINATOR: ownCountry, VALIDATOR: ownCountry, CENTER: ownCenter },
  },
  {
    title: '`observatory.cohort`',
    fields: fieldsOf('Observatory', ['cohort']),
    // what is released of figures follows from the row of `registry.cohort`: they are figures of the same cohorts
    grants: { LEAD: any, COORDINATOR: ownCountry, VALIDATOR: ownCountry },
  },
  {
    title: 'attempts, early response and campaigns of the observatory',
    fields: fieldsOf('Observatory', ['attempts', 'earlyResponse', 'campaigns']),
    grants: { COORDINATOR: ownCountry, VALIDATOR: ownCountry, CENTER: ownCenter },
  },
  {
    title: 'record, correct and void attempts',
    fields: fieldsOf('NationalOperations', ['recordObservatoryAttempt', 'correctObservatoryAttempt', 'voidObservatoryAttempt']),
    grants: { COORDINATOR: ownCountry, CENTER: ownCenter },
  },
  {
    title: 'record, correct and void campaigns',
    fields: fieldsOf('NationalOperations', ['recordObservatoryCampaign', 'correctObservatoryCampaign', 'voidObservatoryCampaign']),
    grants: { COORDINATOR: ownCountry },
  },
];

export const observatoryApi: ExtensionApi = {
  resolvers: (types) => [...observatoryRootResolvers(types), ObservatoryResolver, ObservatoryCohortResolver],
  rights,
  doors: ['Observatory'],
};

function fieldsOf(type: string, names: readonly string[]): RightsRow['fields'] {
  return names.map((name) => ({ field: `${type}.${name}` }));
}
