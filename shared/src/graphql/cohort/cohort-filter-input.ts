import { Field, InputType, Int } from 'type-graphql';
import type {
  CalendarDate,
  FailureCategory,
  FailureSubcategory,
  ImatinibLine,
  RecordStatus,
  RiskGroup,
  RiskScoreName,
  Sex,
} from '../../domain';
import { defaultRegistry, type RegistryName } from '../../statistics';
import {
  FailureCategoryEnum,
  FailureSubcategoryEnum,
  ImatinibLineEnum,
  RecordStatusEnum,
  RiskGroupEnum,
  RiskScoreNameEnum,
  SexEnum,
} from '../enums';
import { CalendarDateScalar, CountryCodeScalar } from '../scalars';
import { RegistryNameEnum } from './statistics-enums';

@InputType({ description: 'Both ends included.' })
export class IntRange {
  @Field(() => Int, { nullable: true })
  min?: number | null;

  @Field(() => Int, { nullable: true })
  max?: number | null;
}

@InputType({ description: 'Both ends included.' })
export class DateRange {
  @Field(() => CalendarDateScalar, { nullable: true })
  from?: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  to?: CalendarDate | null;
}

@InputType()
export class RiskGroupFilter {
  @Field(() => RiskScoreNameEnum)
  score!: RiskScoreName;

  @Field(() => [RiskGroupEnum])
  groups!: RiskGroup[];
}

@InputType('CohortFilter', { description: 'Which patients a cohort holds. An absent field does not restrict.' })
export class CohortFilterInput {
  @Field(() => RegistryNameEnum, { defaultValue: defaultRegistry })
  registry!: RegistryName;

  @Field(() => [CountryCodeScalar], { nullable: true })
  countries?: string[] | null;

  @Field(() => [SexEnum], { nullable: true })
  sex?: Sex[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Completed years.' })
  ageAtDiagnosis?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: 'Completed years.' })
  ageAtImatinibStart?: IntRange | null;

  @Field(() => DateRange, { nullable: true })
  diagnosed?: DateRange | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The registry as it stood: only what was notified on or before this date.',
  })
  notifiedBy?: CalendarDate | null;

  @Field(() => [ImatinibLineEnum], { nullable: true })
  imatinibLine?: ImatinibLine[] | null;

  @Field(() => [FailureCategoryEnum], { nullable: true, description: 'Of the subcategory as it was reported.' })
  failureCategory?: FailureCategory[] | null;

  @Field(() => [FailureSubcategoryEnum], { nullable: true, description: 'As it was reported.' })
  failureSubcategory?: FailureSubcategory[] | null;

  @Field(() => Boolean, { nullable: true })
  everInProspectiveStudy?: boolean | null;

  @Field(() => RiskGroupFilter, { nullable: true })
  riskGroup?: RiskGroupFilter | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Patients with any of these variants: T315I of ABL1, KIT D816V of another gene. KIT OTHER stands for those that are not catalogued, KIT NONE for an analysis that found none.',
  })
  mutation?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'ICD-O-3 morphologies: 9875/3.' })
  disease?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'HEMATOLOGIC, SOLID, or OTHER for diseases that are not catalogued.' })
  diseaseGroup?: string[] | null;

  @Field(() => [RecordStatusEnum], { nullable: true })
  recordStatus?: RecordStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The registry as it was frozen under this label; see the freezes of europe and of each registry.',
  })
  freeze?: string | null;
}
