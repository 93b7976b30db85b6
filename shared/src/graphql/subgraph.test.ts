import { graphql } from 'graphql';
import {
  Arg,
  type ClassType,
  Directive,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { FailureCategoryEnum, SexEnum } from './enums';
import { CalendarDateScalar, CountryCodeScalar, DateTimeScalar } from './scalars';
import { buildSubgraph, subgraphSdl } from './subgraph';

@InterfaceType({ autoRegisterImplementations: false })
abstract class Place {
  @Directive('@shareable')
  @Field(() => CountryCodeScalar)
  code!: string;
}

@ObjectType()
class Visit {
  @Field(() => CalendarDateScalar)
  on!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt?: Date;

  @Field(() => SexEnum, { nullable: true })
  sex?: string;

  @Directive('@inaccessible')
  @Field({ deprecationReason: 'Nobody asks.' })
  internal!: string;
}

@InterfaceType({ autoRegisterImplementations: false })
abstract class Operations {}

@Resolver(() => Operations)
class VisitOperations {
  @FieldResolver(() => Visit)
  record(@Arg('on', () => CalendarDateScalar) on: string): Visit {
    return { on, internal: '' };
  }
}

function rootOf(name: string): ClassType {
  @ObjectType(name, { implements: Place })
  @Directive('@key(fields: "code")')
  class ThisPlace extends Place {
    @Field(() => [Visit])
    visits!: Visit[];
  }

  @ObjectType(`${name}Operations`, { implements: Operations })
  class ThisPlaceOperations extends Operations {}

  @Resolver()
  class Root {
    @Query(() => ThisPlace, { nullable: true })
    place(@Arg('code', () => ID) code: string): ThisPlace {
      return { code, visits: [{ on: '2006-07-01', recordedAt: new Date(0), sex: 'F', internal: 'x' }] };
    }

    @Mutation(() => ThisPlaceOperations)
    operate(): ThisPlaceOperations {
      return {};
    }
  }
  return Root;
}

const build = (name: string, ownTypes = [name, `${name}Operations`]) =>
  buildSubgraph({
    resolvers: [rootOf(name), VisitOperations],
    ownTypes,
    referenceResolvers: { [name]: ({ code }) => ({ code, visits: [] }) },
  });

describe('a subgraph from type-graphql classes', () => {
  it('shares every object type but its own and the roots, and links the federation specification', async () => {
    const sdl = subgraphSdl(await build('Poland'));
    expect(sdl).toMatch(/^extend schema\n {2}@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.3"/);
    expect(sdl).toMatch(/type Visit\s+@shareable/);
    expect(sdl).toMatch(/type Poland implements Place\s+@key\(fields: "code"\)\s+{\s+code: CountryCode! @shareable/);
    expect(sdl).toMatch(/type PolandOperations implements Operations {\s+record\(on: CalendarDate!\): Visit!/);
    expect(sdl).toContain('internal: String! @deprecated(reason: "Nobody asks.") @inaccessible');
    expect(sdl.match(/@shareable/g)).toHaveLength(3);
  });

  it('is the same text each time it is built', async () => {
    expect(subgraphSdl(await build('Norway'))).toBe(subgraphSdl(await build('Norway')));
  });

  it('holds only what its resolvers reach: neither other countries nor enums nobody mentions', async () => {
    await build('Sweden');
    const sdl = subgraphSdl(await build('Iceland'));
    expect(sdl).not.toContain('Sweden');
    expect(sdl).not.toContain('enum FailureCategory');
    expect(Object.keys(FailureCategoryEnum)).toHaveLength(4);
  });

  it('answers queries, nested operations and entity references', async () => {
    const schema = await build('Estonia');
    const source = `mutation { operate { record(on: "2006-07-01") { on } } }`;
    expect(await graphql({ schema, source })).toEqual({ data: { operate: { record: { on: '2006-07-01' } } } });
    const query = `{
      place(code: "EE") { code visits { on recordedAt sex } }
      _entities(representations: [{ __typename: "Estonia", code: "EE" }]) { ... on Estonia { code } }
    }`;
    expect(await graphql({ schema, source: query })).toEqual({
      data: {
        place: { code: 'EE', visits: [{ on: '2006-07-01', recordedAt: '1970-01-01T00:00:00.000Z', sex: 'F' }] },
        _entities: [{ code: 'EE' }],
      },
    });
  });

  it('names a type of its own that does not exist', async () => {
    await expect(build('Malta', ['Gozo'])).rejects.toThrow('the schema has no object type Gozo');
  });
});
