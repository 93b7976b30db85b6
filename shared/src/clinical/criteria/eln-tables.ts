import { eln2006 } from './eln-2006';
import { eln2009 } from './eln-2009';
import { eln2013FirstLine } from './eln-2013-first-line';
import { eln2020 } from './eln-2020';
import { eln2025Provisional } from './eln-2025-provisional';
import type { ElnEdition, ElnTable } from './eln-table';

/** The table of each edition that judges imatinib. */
export const elnTables: Readonly<Record<ElnEdition, ElnTable>> = {
  ELN_2006: eln2006,
  ELN_2009: eln2009,
  ELN_2013: eln2013FirstLine,
  ELN_2020: eln2020,
  ELN_2025_PROVISIONAL: eln2025Provisional,
};
