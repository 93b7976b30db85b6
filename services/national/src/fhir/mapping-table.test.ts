import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFormat, recordKinds } from '@registry-hub/shared/domain';
import { elementOf } from './element-of';
import { mappingPage } from './mapping-table';

describe('the mapping to FHIR', () => {
  it('is committed as the code has it', () => {
    expect(readFileSync(join(__dirname, '../../fhir-mapping.md'), 'utf8')).toBe(mappingPage());
  });

  it.each(recordKinds)('has an element for every column: %s', (kind) => {
    for (const field of Object.keys(bundleFormat[kind].columns)) expect(elementOf(kind, field)).toMatch(/^[A-Z][A-Za-z]+\.[a-z]/);
  });
});
