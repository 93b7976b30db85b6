import { badUserInput } from '../../errors';
import { isMultiValued, type Variable } from '../../statistics';

/** @throws HubError BAD_USER_INPUT when a patient may have several values of the variable: it makes no groups */
export function groupingVariable(by: Variable | null | undefined): Variable | undefined {
  if (by && isMultiValued(by)) {
    throw badUserInput({ field: 'by', message: `${by} has several values a patient; expected a variable with one, as SEX.` });
  }
  return by ?? undefined;
}
