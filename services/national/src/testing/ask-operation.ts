import { HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import type { TestRegistry } from './test-registry';

/** Arguments of an operation: by name, the GraphQL type and the value. */
export type OperationArguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/** Asks for one operation of France. @returns what it answers, or the code and details of the error */
export async function askOperation(
  registry: TestRegistry,
  caller: Caller,
  operation: string,
  args: OperationArguments,
  selection: string,
): Promise<unknown> {
  const declared = Object.entries(args).map(([name, [type]]) => `$${name}: ${type}`);
  const passed = Object.keys(args).map((name) => `${name}: $${name}`);
  const source = `mutation (${declared.join(', ')}) { france { done: ${operation}(${passed.join(', ')}) ${selection} } }`;
  const variables = Object.fromEntries(Object.entries(args).map(([name, [, value]]) => [name, value]));
  const { data, errors } = await registry.ask(caller, source, variables);
  const cause = errors?.[0]?.originalError;
  if (cause instanceof HubError) return { code: cause.code, ...cause.details };
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return (data as { france: { done: unknown } }).france.done;
}
