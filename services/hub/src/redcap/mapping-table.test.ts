import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFormat, columnName, recordKinds } from '@registry-hub/shared/domain';
import { mappingTable } from './mapping-table';

describe('the mapping between bundle and REDCap', () => {
  it('is committed as the code has it; npm run schema writes it anew', () => {
    expect(readFileSync(join(__dirname, '../../redcap-mapping.md'), 'utf8')).toBe(mappingTable());
  });

  it('has a line for every column of the bundle', () => {
    const lines = mappingTable().split('\n');
    for (const kind of recordKinds) {
      const start = lines.findIndex((line) => line.startsWith(`## \`${columnName(kind)}\``));
      const section = lines.slice(start + 4, start + 4 + Object.keys(bundleFormat[kind].columns).length);
      const columns = section.map((line) => line.split(' | ')[1]);
      expect(columns).toEqual(Object.keys(bundleFormat[kind].columns).map(columnName));
    }
  });
});
