import { type ElnEdition, elnResponses, riskScores } from '@registry-hub/shared/clinical';
import { ElnEditionEnum } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { DerivedCaseType, MilestoneResponseType, RiskScoreType } from '../types';

@Resolver(() => DerivedCaseType)
export class DerivedCaseResolver {
  @FieldResolver(() => [RiskScoreType])
  async riskScores(
    @Root() { patientCode, ageAtDiagnosis }: DerivedCaseType,
    @Ctx() { loaders }: NationalContext,
  ): Promise<readonly RiskScoreType[]> {
    return riskScores(await loaders.diagnosis.load(patientCode), ageAtDiagnosis);
  }

  @FieldResolver(() => [MilestoneResponseType], { description: 'One entry for each milestone of the edition that has been reached.' })
  async elnResponses(
    @Root() { patientCode }: DerivedCaseType,
    @Arg('edition', () => ElnEditionEnum) edition: ElnEdition,
    @Ctx() { loaders }: NationalContext,
  ): Promise<readonly MilestoneResponseType[]> {
    const facts = await loaders.caseFacts.load(patientCode);
    return facts ? elnResponses(facts, edition) : [];
  }
}
