import { caseTimeline, type ElnEdition } from '@registry-hub/shared/clinical';
import { HubError } from '@registry-hub/shared/errors';
import { ElnEditionEnum } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { presentTimelineEvent } from '../mapping/present';
import { PatientType, TimelineEventType } from '../types';

@Resolver(() => PatientType)
export class TimelineResolver {
  @FieldResolver(() => [TimelineEventType], {
    description: 'The course of the case: everything dated that is documented, and what it means, in date order.',
  })
  async timeline(
    @Root() { code }: PatientType,
    @Arg('edition', () => ElnEditionEnum, { defaultValue: 'ELN_2006', description: 'By which milestones are judged.' }) edition: ElnEdition,
    @Ctx() { loaders }: NationalContext,
  ): Promise<readonly TimelineEventType[]> {
    const facts = await loaders.caseFacts.load(code);
    // consent may have been withdrawn since the patient was read
    if (!facts) throw new HubError('NOT_FOUND');
    return caseTimeline(facts, edition).map(presentTimelineEvent);
  }
}
