import type { Severity } from '@registry-hub/shared/domain';
import { QuerySeverityEnum } from '@registry-hub/shared/graphql';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType('BundleFile')
export class BundleFileInput {
  @Field(() => String, { description: 'Without a folder: patients.csv.' })
  name!: string;

  @Field(() => String)
  content!: string;
}

@ObjectType('ImportProblem', { simpleResolvers: true, description: 'file, line and column say where; line 1 is the header.' })
export class ImportProblemType {
  @Field(() => QuerySeverityEnum)
  severity!: Severity;

  @Field(() => String)
  file!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => String, { nullable: true })
  column?: string;

  @Field(() => ID)
  rule!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('ImportReport', { simpleResolvers: true })
export class ImportReportType {
  @Field(() => Boolean)
  stored!: boolean;

  @Field(() => Boolean, { description: 'Whether a HARD problem forbids storing; a dry run tells it as an import would.' })
  refused!: boolean;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  patients!: number;

  @Field(() => Int, {
    description: 'Of these patients, those whose facts are different afterwards, or would be after a dry run; 0 when refused.',
  })
  patientsChanged!: number;

  @Field(() => Int)
  dataQueriesRaised!: number;

  @Field(() => [ImportProblemType])
  problems!: readonly ImportProblemType[];
}
