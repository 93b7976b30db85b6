import { eln2020 } from './eln-2020';
import type { ElnTable } from './eln-table';

/**
 * PROVISIONAL: the limits of 2020 under the names of 2025. The edition renames the classes and moves the advice to switch
 * away from the milestone alone; its own table of limits is not in here yet.
 */
export const eln2025Provisional: ElnTable = {
  ...eln2020,
  edition: 'ELN_2025_PROVISIONAL',
  title: 'ELN 2025, provisional',
  citation: { authors: 'Apperley et al.', journal: 'Leukemia', year: 2025, locator: '39:1797' },
  labels: {
    FAILURE: 'unfavorable (treatment switch preferred)',
    SUBOPTIMAL: 'treatment switch may become necessary',
    WARNING: 'treatment switch may become necessary',
    OPTIMAL: 'favorable (treatment switch unnecessary)',
  },
  provisional: 'the limits are those of ELN 2020 (Hochhaus et al., Leukemia 2020;34:966), the name of the class that of ELN 2025',
};
