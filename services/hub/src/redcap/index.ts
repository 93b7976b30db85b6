export { bundleToExport } from './bundle-to-export';
export type { Conversion } from './conversion';
export { dataDictionary, repeatingInstruments } from './data-dictionary';
export { repeatingForms } from './export-header';
export { exportToBundle } from './export-to-bundle';
export { mappingTable } from './mapping-table';
export { missingCodes } from './missing-codes';
