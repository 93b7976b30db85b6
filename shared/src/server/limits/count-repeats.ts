import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

/**
 * How many fields of a document are named again beside themselves, fragments opened: two of the same name are held against
 * each other when the document is validated, and so is all that lies below them.
 */
export function countRepeats(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]),
  );
  let repeats = 0;
  const countIn = (selectionSet: SelectionSetNode | undefined): void => {
    if (selectionSet === undefined) return;
    const names = [...namesIn(selectionSet, fragments, new Set())];
    repeats += names.length - new Set(names).size;
  };
  visit(document, {
    OperationDefinition: ({ selectionSet }) => countIn(selectionSet),
    Field: ({ selectionSet }) => countIn(selectionSet),
  });
  return repeats;
}

/** The names under which a selection set's fields are answered, fragments opened once on each way down. */
function* namesIn(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  open: ReadonlySet<string>,
): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection.alias?.value ?? selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* namesIn(selection.selectionSet, fragments, open);
    else {
      const name = selection.name.value;
      const fragment = open.has(name) ? undefined : fragments.get(name);
      if (fragment !== undefined) yield* namesIn(fragment.selectionSet, fragments, new Set([...open, name]));
    }
  }
}
