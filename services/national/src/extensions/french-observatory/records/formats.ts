import type { ExtensionFormat } from '../../../extension';
import { type Attempt, attemptColumns } from './attempt';
import { AttemptEntity } from './attempt-entity';
import { type Campaign, campaignColumns } from './campaign';
import { CampaignEntity } from './campaign-entity';

export const attemptFormat: ExtensionFormat<Attempt> = {
  kind: 'french-observatory/attempt',
  file: 'observatory_attempts.csv',
  owner: 'PATIENT',
  key: ['patientCode', 'attempt'],
  columns: attemptColumns,
  entity: AttemptEntity,
};

export const campaignFormat: ExtensionFormat<Campaign> = {
  kind: 'french-observatory/campaign',
  file: 'observatory_campaigns.csv',
  owner: 'CENTER',
  key: ['centerCode', 'campaign'],
  columns: campaignColumns,
  entity: CampaignEntity,
};
