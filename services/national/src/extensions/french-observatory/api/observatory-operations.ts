import { HubError } from '@registry-hub/shared/errors';
import { Arg, type ClassType, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { forgetLoaded, type NationalContext } from '../../../api';
import type { CountryTypes } from '../../../extension';
import { attemptFormat, campaignFormat } from '../records/formats';
import { AttemptInput, CampaignInput } from './observatory-inputs';
import { AttemptType, CampaignType, ObservatoryType, ObservatoryVoidReceiptType } from './observatory-types';
import { presentAttempts } from './present-attempts';

const reasonOptions = { description: 'Kept in the audit trail; nothing in it may tell who the patient is.' };
const versionOptions = { nullable: true, description: 'The version of the case that the caller has seen.' } as const;

/** The attempt as it stands after a change. */
async function changedAttempt({ reader, loaders }: NationalContext, { patientCode, attempt }: AttemptInput): Promise<AttemptType> {
  forgetLoaded(loaders);
  const records = await reader.extensionRecords(attemptFormat, [patientCode]);
  const facts = await loaders.caseFacts.load(patientCode);
  const [changed] = facts ? presentAttempts(facts, records.get(patientCode) ?? []).filter((one) => one.attempt === attempt) : [];
  if (!changed) throw new HubError('NOT_FOUND');
  return changed;
}

/** Made anew for each schema: what is on can be switched off. */
export function observatoryRootResolvers({ country, operations }: CountryTypes): readonly ClassType[] {
  @Resolver(() => country)
  class CountryObservatoryResolver {
    @FieldResolver(() => ObservatoryType, { nullable: true })
    observatory(): ObservatoryType {
      return new ObservatoryType();
    }
  }

  @Resolver(() => operations)
  class ObservatoryOperations {
    @FieldResolver(() => AttemptType, { description: 'Records an attempt at treatment-free remission.' })
    async recordObservatoryAttempt(
      @Arg('input', () => AttemptInput) input: AttemptInput,
      @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
      @Ctx() context: NationalContext,
    ): Promise<AttemptType> {
      await context.extensionRecordDesk.record(attemptFormat, input, expectedVersion ?? undefined);
      return changedAttempt(context, input);
    }

    @FieldResolver(() => AttemptType, { description: 'Puts another record in the place of an attempt; its number stays.' })
    async correctObservatoryAttempt(
      @Arg('input', () => AttemptInput) input: AttemptInput,
      @Arg('reason', () => String, reasonOptions) reason: string,
      @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
      @Ctx() context: NationalContext,
    ): Promise<AttemptType> {
      await context.extensionRecordDesk.correct(attemptFormat, input, { reason, ...(expectedVersion ? { expectedVersion } : {}) });
      return changedAttempt(context, input);
    }

    @FieldResolver(() => ObservatoryVoidReceiptType, { description: 'Takes out an attempt that was entered in error.' })
    async voidObservatoryAttempt(
      @Arg('patientCode', () => ID) patientCode: string,
      @Arg('attempt', () => Int) attempt: number,
      @Arg('reason', () => String, reasonOptions) reason: string,
      @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
      @Ctx() { extensionRecordDesk, loaders }: NationalContext,
    ): Promise<ObservatoryVoidReceiptType> {
      const correction = { reason, ...(expectedVersion ? { expectedVersion } : {}) };
      await extensionRecordDesk.voidRecord(attemptFormat, { patientCode, attempt }, correction);
      forgetLoaded(loaders);
      return { code: patientCode };
    }

    @FieldResolver(() => CampaignType, { description: "Records a campaign that validates a centre's biology." })
    async recordObservatoryCampaign(
      @Arg('input', () => CampaignInput) input: CampaignInput,
      @Ctx() { extensionRecordDesk }: NationalContext,
    ): Promise<CampaignType> {
      return extensionRecordDesk.record(campaignFormat, input);
    }

    @FieldResolver(() => CampaignType, { description: 'Puts another record in the place of a campaign; its label stays.' })
    async correctObservatoryCampaign(
      @Arg('input', () => CampaignInput) input: CampaignInput,
      @Arg('reason', () => String, reasonOptions) reason: string,
      @Ctx() { extensionRecordDesk }: NationalContext,
    ): Promise<CampaignType> {
      return extensionRecordDesk.correct(campaignFormat, input, { reason });
    }

    @FieldResolver(() => ObservatoryVoidReceiptType, { description: 'Takes out a campaign that was entered in error.' })
    async voidObservatoryCampaign(
      @Arg('centerCode', () => ID) centerCode: string,
      @Arg('campaign', () => String) campaign: string,
      @Arg('reason', () => String, reasonOptions) reason: string,
      @Ctx() { extensionRecordDesk }: NationalContext,
    ): Promise<ObservatoryVoidReceiptType> {
      await extensionRecordDesk.voidRecord(campaignFormat, { centerCode, campaign }, { reason });
      return { code: centerCode };
    }
  }
  return [CountryObservatoryResolver, ObservatoryOperations];
}
