import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** How large an operation is, whatever the schema makes of it. */
export interface OperationMeasures {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: OperationMeasures = { depth: 0, fields: 0, aliases: 0, directives: 0 };

/** The largest measures of a document's operations. Each fragment is walked once, however often it is spread. */
export function measureDocument(document: DocumentNode): OperationMeasures {
  const walk = new MeasuringWalk(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION));
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet, directives = [], variableDefinitions = [] }) => {
      const ofVariables = variableDefinitions.flatMap((variable) => variable.directives ?? []);
      return withDirectives(walk.ofSelections(selectionSet), directives.length + ofVariables.length);
    })
    .reduce((a, b) => combine(a, b, Math.max), nothing);
}

class MeasuringWalk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** One that is being walked counts for nothing: a fragment within itself is refused by validation. */
  private readonly measured = new Map<string, OperationMeasures>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  ofSelections({ selections }: SelectionSetNode): OperationMeasures {
    return selections.map((selection) => this.ofSelection(selection)).reduce((a, b) => combine(a, b, sum), nothing);
  }

  private ofSelection(selection: SelectionNode): OperationMeasures {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return withDirectives(this.ofFragment(selection.name.value), directives);
    const below = selection.selectionSet === undefined ? nothing : this.ofSelections(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return withDirectives(below, directives);
    const aliases = below.aliases + (selection.alias === undefined ? 0 : 1);
    return { depth: below.depth + 1, fields: below.fields + 1, aliases, directives: below.directives + directives };
  }

  private ofFragment(name: string): OperationMeasures {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    this.measured.set(name, nothing);
    const fragment = this.fragments.get(name);
    const measures =
      fragment === undefined ? nothing : withDirectives(this.ofSelections(fragment.selectionSet), fragment.directives?.length ?? 0);
    this.measured.set(name, measures);
    return measures;
  }
}

function withDirectives(measures: OperationMeasures, added: number): OperationMeasures {
  return { ...measures, directives: measures.directives + added };
}

/** Depths are never added up: what stands beside each other is as deep as the deepest of it. */
function combine(a: OperationMeasures, b: OperationMeasures, of: (one: number, other: number) => number): OperationMeasures {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: of(a.fields, b.fields),
    aliases: of(a.aliases, b.aliases),
    directives: of(a.directives, b.directives),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}
