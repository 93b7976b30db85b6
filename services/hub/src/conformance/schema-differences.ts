import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  print,
  type TypeNode,
} from 'graphql';

/**
 * What a served schema lacks of a reference, a sentence each: types, fields, arguments, values, and what is of another type or
 * nullability. It may have more of everything, as long as nobody is made to give what the reference does not ask for.
 */
export function schemaDifferences(reference: string, served: string): readonly string[] {
  const wanted = typesIn(reference);
  const there = typesIn(served);
  return [...wanted].flatMap(([name, type]) => {
    const other = there.get(name);
    if (other === undefined) return [`${name} is missing`];
    if (other.kind !== type.kind) return [`${name} is ${other.kind}, not ${type.kind}`];
    return [
      ...missingNames(`${name} does not implement`, type.interfaces, other.interfaces),
      ...missingNames(`${name} lacks the value`, type.values, other.values),
      ...(type.isShareable && !other.isShareable ? [`${name} is not @shareable`] : []),
      ...fieldDifferences(name, type.fields, other.fields),
    ];
  });
}

interface TypeShape {
  readonly kind: string;
  readonly interfaces: readonly string[];
  /** Of an enum, or the members of a union. */
  readonly values: readonly string[];
  readonly isShareable: boolean;
  readonly fields: ReadonlyMap<string, FieldShape>;
}

interface FieldShape {
  readonly type: string;
  readonly isInput: boolean;
  readonly isRequired: boolean;
  readonly fallback: string | undefined;
  readonly arguments: ReadonlyMap<string, FieldShape>;
}

const nothing: TypeShape = { kind: '', interfaces: [], values: [], isShareable: false, fields: new Map() };

function typesIn(sdl: string): ReadonlyMap<string, TypeShape> {
  const types = new Map<string, TypeShape>();
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    const part = shapeOf(node);
    if (part === undefined) continue;
    const before = types.get(part.name) ?? nothing;
    types.set(part.name, {
      kind: part.kind,
      interfaces: [...before.interfaces, ...part.interfaces],
      values: [...before.values, ...part.values],
      isShareable: before.isShareable || part.isShareable,
      fields: new Map([...before.fields, ...part.fields]),
    });
  }
  return types;
}

function shapeOf(node: DefinitionNode): (TypeShape & { readonly name: string }) | undefined {
  if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) return undefined;
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION: {
      const kind = node.kind.startsWith('Object') ? 'a type' : 'an interface';
      const interfaces = (node.interfaces ?? []).map(({ name }) => name.value);
      const fields = new Map((node.fields ?? []).map((field) => [field.name.value, fieldShape(field)]));
      return { ...nothing, name: node.name.value, kind, interfaces, fields, isShareable: isShareable(node.directives) };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return { ...nothing, name: node.name.value, kind: 'an input', fields: new Map((node.fields ?? []).map(inputEntry)) };
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return { ...nothing, name: node.name.value, kind: 'an enum', values: (node.values ?? []).map(({ name }) => name.value) };
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return { ...nothing, name: node.name.value, kind: 'a union', values: (node.types ?? []).map(({ name }) => name.value) };
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return { ...nothing, name: node.name.value, kind: 'a scalar' };
  }
}

function isShareable(directives: readonly ConstDirectiveNode[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === 'shareable') === true;
}

function fieldShape({ type, arguments: given = [] }: FieldDefinitionNode): FieldShape {
  return { type: print(type), isInput: false, isRequired: false, fallback: undefined, arguments: new Map(given.map(inputEntry)) };
}

function inputEntry({ name, type, defaultValue }: InputValueDefinitionNode): readonly [string, FieldShape] {
  const fallback = defaultValue && print(defaultValue);
  const isRequired = isNonNull(type) && fallback === undefined;
  return [name.value, { type: print(type), isInput: true, isRequired, fallback, arguments: new Map() }];
}

function isNonNull({ kind }: TypeNode): boolean {
  return kind === Kind.NON_NULL_TYPE;
}

function missingNames(what: string, wanted: readonly string[], there: readonly string[]): readonly string[] {
  return wanted.filter((name) => !there.includes(name)).map((name) => `${what} ${name}`);
}

function fieldDifferences(
  place: string,
  wanted: ReadonlyMap<string, FieldShape>,
  there: ReadonlyMap<string, FieldShape>,
): readonly string[] {
  const less = [...wanted].flatMap(([name, field]) => {
    const [at, other] = [`${place}.${name}`, there.get(name)];
    if (other === undefined) return [`${at} is missing`];
    return [
      ...(other.type === field.type ? [] : [`${at} is ${other.type}, not ${field.type}`]),
      ...(other.fallback === field.fallback
        ? []
        : [`${at} is ${other.fallback ?? 'nothing'} unless given, not ${field.fallback ?? 'nothing'}`]),
      ...fieldDifferences(at, field.arguments, other.arguments),
    ];
  });
  const demanded = [...there].filter(([name, { isInput, isRequired }]) => isInput && isRequired && !wanted.has(name));
  return [...less, ...demanded.map(([name]) => `${place}.${name} must be given, which nobody knows`)];
}
