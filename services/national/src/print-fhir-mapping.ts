import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mappingPage } from './fhir';

writeFileSync(join(__dirname, '../fhir-mapping.md'), mappingPage());
