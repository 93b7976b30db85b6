import { recordKinds } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { FhirPart, ResourceEntry } from '../fhir';
import { RowStaging } from './row-staging';
import type { StagedBundle } from './staged-bundle';
import { type ResourceOptions, StagedResources } from './staged-resources';

/** Reads resources one by one, in whatever order they come, and stages what each says until all of a patient's are there. */
export async function stageResources(
  manager: EntityManager,
  entries: AsyncIterable<ResourceEntry>,
  options: ResourceOptions,
): Promise<StagedBundle> {
  const staging = await RowStaging.open<FhirPart>(manager, recordKinds);
  const resources = new StagedResources(staging, options);
  await resources.read(entries).finally(() => staging.settled());
  await resources.seal();
  return resources;
}
