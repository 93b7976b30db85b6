import { Field, ObjectType } from 'type-graphql';
import { type DrugClass, type DrugReference, drugClasses } from '../../clinical';
import { graphqlEnum } from '../enums';
import { CalendarDateScalar } from '../scalars';

export const DrugClassEnum = graphqlEnum('DrugClass', drugClasses);

@ObjectType('DrugReference', { simpleResolvers: true, description: 'A treatment of the registry as reference data.' })
export class DrugReferenceType implements Omit<DrugReference, 'drug'> {
  @Field(() => String, { description: 'As treatment lines name it: IMATINIB.' })
  drug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Anatomical Therapeutic Chemical code; null for what is no single drug.' })
  atc?: string;

  @Field(() => String, { nullable: true, description: 'The code until 2020, for older data.' })
  formerAtc?: string;

  @Field(() => DrugClassEnum)
  drugClass!: DrugClass;

  @Field(() => String, { nullable: true, description: 'YYYY-MM in which the first patient of the first trial was treated.' })
  firstInHuman?: NonNullable<DrugReference['firstInHuman']>;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Marketing authorisation in the European Union.' })
  availableInEuropeOn?: NonNullable<DrugReference['availableInEuropeOn']>;
}
