import { type CohortVariable, isMultiValued } from '../variables';
import { type CaseColumns, declaredColumn, NO_CODE } from './case-columns';

/** The code of each row's value of a single-valued variable, {@link NO_CODE} where it is not known. */
export function variableCodes(columns: CaseColumns, country: string, countries: readonly string[], variable: CohortVariable): Uint16Array {
  if (typeof variable !== 'string') return declaredColumn(columns.declared.codes, variable.declared);
  if (variable === 'COUNTRY') {
    const own = countries.indexOf(country);
    return new Uint16Array(columns.size).fill(own < 0 ? NO_CODE : own);
  }
  const codes = columns.codes[variable];
  if (codes === undefined || isMultiValued(variable)) throw new RangeError(`${variable} has several values a patient: it makes no groups`);
  return codes;
}
