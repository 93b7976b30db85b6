import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './readme-tables';

const readme = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');

test('the README tells rights and limits as they are; npm run schema writes them', () => {
  expect(withTables(readme)).toBe(readme);
});

test('a README without a place for them is told so', () => {
  expect(() => withTables('# Registry Hub')).toThrow(/no place <!-- rights -->/);
});
