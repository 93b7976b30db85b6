import type { NationalExtension } from '../../extension';
import { observatoryApi } from './api/observatory-api';
import { caseRules } from './derivation/case-rules';
import { deriveObservatoryRow, OBSERVATORY_DERIVATION_VERSION } from './derivation/derive-observatory-row';
import { CreateObservatory } from './records/create-observatory';
import { attemptFormat, campaignFormat } from './records/formats';
import { recordRules } from './records/record-rules';
import { observatoryCatalogue } from './statistics/catalogue';

/**
 * The French CML observatory: attempts at treatment-free remission, early response, and campaigns in which the biology team validates the
 * centres' results.
 */
export const frenchObservatory: NationalExtension = {
  name: 'french-observatory',
  title: 'French CML Observatory',
  version: '1.0.0',
  compatibility: '^1.0.0',
  migrations: [CreateObservatory],
  formats: [attemptFormat, campaignFormat],
  recordRules,
  caseRules,
  derivation: { version: OBSERVATORY_DERIVATION_VERSION, catalogue: observatoryCatalogue, derive: deriveObservatoryRow },
  api: observatoryApi,
};
