import { catalogueEntry, geneOfVariant, isMutationFound, recordReference } from '@registry-hub/shared/clinical';
import type { Assessment, Gene, Mutation } from '@registry-hub/shared/domain';
import { CatalogueVariantType, GeneEnum, presentCatalogueEntry } from '@registry-hub/shared/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { VerifiableKind } from '../../storage';
import type { NationalContext } from '../context';
import { AssessmentType, KinaseDomainMutationType, VerificationType } from '../types';

const verified = { nullable: true, description: 'Null while nobody has verified the record as it stands.' } as const;

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  @FieldResolver(() => VerificationType, verified)
  verification(@Root() record: Assessment, @Ctx() context: NationalContext): Promise<VerificationType | undefined> {
    return loadVerification(context, record.patientCode, 'assessment', recordReference('assessment', record).key);
  }
}

@Resolver(() => KinaseDomainMutationType)
export class KinaseDomainMutationResolver {
  @FieldResolver(() => VerificationType, verified)
  verification(@Root() record: Mutation, @Ctx() context: NationalContext): Promise<VerificationType | undefined> {
    return loadVerification(context, record.patientCode, 'mutation', recordReference('mutation', record).key);
  }

  @FieldResolver(() => GeneEnum, { description: 'The gene that was analysed.' })
  gene(@Root() { variant }: KinaseDomainMutationType): Gene {
    return geneOfVariant(variant);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a mutation was found; false of an analysis that found none.' })
  found(@Root() { variant }: KinaseDomainMutationType): boolean {
    return isMutationFound(variant);
  }

  @FieldResolver(() => CatalogueVariantType, {
    nullable: true,
    description: 'What is known of the variant; null for one that is not catalogued.',
  })
  catalogue(@Root() { variant }: KinaseDomainMutationType): CatalogueVariantType | undefined {
    const entry = catalogueEntry(variant);
    return entry && presentCatalogueEntry(entry);
  }
}

async function loadVerification(
  { loaders }: NationalContext,
  patientCode: string,
  kind: VerifiableKind,
  key: readonly string[],
): Promise<VerificationType | undefined> {
  const found = (await loaders.verifications.load(patientCode)).find(
    ({ recordKind, recordKey }) => recordKind === kind && recordKey.join() === key.join(),
  );
  return found && { by: found.verifiedBy, at: found.verifiedAt };
}
