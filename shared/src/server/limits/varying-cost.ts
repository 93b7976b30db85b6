import { type ArgumentNode, type DocumentNode, Kind, visit } from 'graphql';

/** Whether a document's cost hangs on its variables: on the length of a page, or on what is left out. */
export function hasVaryingCost(document: DocumentNode): boolean {
  let varies = false;
  const look = (given: readonly ArgumentNode[] | undefined): void => {
    varies ||= (given ?? []).some(({ value }) => value.kind === Kind.VARIABLE);
  };
  visit(document, {
    Field: (field) => look(field.arguments?.filter(({ name }) => name.value === 'first')),
    Directive: (directive) => look(directive.arguments),
  });
  return varies;
}
