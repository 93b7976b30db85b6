import { normalizeVariant } from '@registry-hub/shared/clinical';
import { CENTER_CODE, type ColumnType, PATIENT_CODE } from '@registry-hub/shared/domain';
import type { FieldParser } from './field';
import { fieldParser } from './field-parsers';
import type { FileKind } from './file-shape';
import type { IdentifyingSearch } from './identifying';
import { identifiedBy, identifyingField } from './identifying-field';

/** A serial number of nine digits: no centre has a hundred million patients, so the code was made from a person's number. */
const SERIAL_OF_A_PERSON = /-0*[1-9]\d{8,}$/;

/**
 * The parser of one column of the bundle: its type's, and for codes their country, for texts what must not stand in them, for
 * variants the one name under which each is stored.
 */
export function cellParser(kind: FileKind, field: string, type: ColumnType, country: string): FieldParser {
  const parse = fieldParser(type);
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'date':
    case 'boolean':
      return parse;
    case 'month':
    case 'enum':
      return withoutIdentifyingContent(parse, { names: true, dates: true });
    case 'text': {
      if (type.pattern === CENTER_CODE || type.pattern === PATIENT_CODE) return codeParser(parse, country);
      // A hospital may bear a person's name
      const text = withoutIdentifyingContent(parse, { names: kind !== 'center', dates: true });
      return kind === 'mutation' && field === 'variant' ? variantParser(text) : text;
    }
  }
}

/** A cell that holds what identifies a person is told as that, whether or not it would be a value of its column. */
function withoutIdentifyingContent(parse: FieldParser, search: IdentifyingSearch): FieldParser {
  return (cell) => identifyingField(cell, search) ?? parse(cell);
}

function codeParser(parse: FieldParser, country: string): FieldParser {
  const own = `${country}-`;
  const reason = `must begin with ${own}, since a registry holds the patients and centres of its own country`;
  return (cell) => {
    const field = parse(cell);
    if ('invalid' in field) return identifyingField(cell, { names: true, dates: false }) ?? field;
    if ('missing' in field) return field;
    if (SERIAL_OF_A_PERSON.test(cell)) return identifiedBy("a person's number in place of the patient's serial number", cell);
    return cell.startsWith(own) ? field : { invalid: 'CODE_OF_ANOTHER_COUNTRY', raw: cell, reason };
  };
}

function variantParser(parse: FieldParser): FieldParser {
  return (cell) => {
    const field = parse(cell);
    if (!('value' in field)) return field;
    const value = normalizeVariant(cell);
    if (value !== undefined) return { value };
    return {
      invalid: 'UNPARSABLE_VARIANT',
      raw: cell,
      reason: 'must be an amino-acid change, as T315I or p.(Thr315Ile), of another gene as KIT D816V, or NONE',
    };
  };
}
