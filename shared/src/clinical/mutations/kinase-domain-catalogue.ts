import type { Citation } from '../citation';
import { type CatalogueEntry, type KinaseRegion, kinaseInhibitors, type Sensitivity } from './catalogue-entry';
import { proteinHgvs } from './variant';

/** Imatinib, nilotinib, dasatinib: Soverini 2011, Branford 2009, Hochhaus 2020; the others as named. */
export const kinaseDomainSources: readonly Citation[] = [
  { authors: 'Soverini et al.', journal: 'Blood', year: 2011, locator: '118:1208' },
  { authors: 'Branford et al.', journal: 'Blood', year: 2009, locator: '114:5426' },
  { authors: 'Hochhaus et al.', journal: 'Leukemia', year: 2020, locator: '34:966' },
  // bosutinib
  { authors: 'Redaelli et al.', journal: 'J Clin Oncol', year: 2009, locator: '27:469' },
  // ponatinib
  { authors: "O'Hare et al.", journal: 'Cancer Cell', year: 2009, locator: '16:401' },
  // asciminib
  { authors: 'Wylie et al.', journal: 'Nature', year: 2017, locator: '543:733' },
  { authors: 'Hughes et al.', journal: 'N Engl J Med', year: 2019, locator: '381:2315' },
];

type SensitivityCell = Sensitivity | '-';
type Cells = readonly [SensitivityCell, SensitivityCell, SensitivityCell, SensitivityCell, SensitivityCell, SensitivityCell];

function entry(variant: string, codingHgvs: readonly string[], region: KinaseRegion, cells: Cells, note?: string): CatalogueEntry {
  const stated = kinaseInhibitors.flatMap((drug, column) => {
    const cell = cells[column];
    return cell === undefined || cell === '-' ? [] : [[drug, cell] as const];
  });
  return {
    gene: 'ABL1',
    variant,
    proteinHgvs: proteinHgvs(variant),
    codingHgvs,
    region,
    sensitivity: Object.fromEntries(stated),
    ...(note !== undefined && { note }),
  };
}

const DASATINIB_DISCORDANT = 'Listed by some as less sensitive to dasatinib in first line, which the ELN recommendations do not share.';

/**
 * Mutations of the BCR::ABL1 kinase domain that matter for the choice of an inhibitor; see {@link kinaseDomainSources}. The
 * splice variant BCR::ABL1 35INS is not one of them: it is kinase-inactive and does not explain resistance (O'Hare et al.,
 * Blood 2011;118:5250).
 */
export const kinaseDomainCatalogue: readonly CatalogueEntry[] = [
  // variant, coding change, region, [imatinib, nilotinib, dasatinib, bosutinib, ponatinib, asciminib]
  entry('M244V', ['c.730A>G'], 'P_LOOP_EDGE', ['R', 's', 's', 's', 's', '?']),
  entry('L248V', ['c.742C>G'], 'P_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('L248R', ['c.743T>G'], 'P_LOOP', ['R', '-', '-', '-', '-', '-']),
  entry('G250E', ['c.749G>A'], 'P_LOOP', ['R', 's/i', 's', 'i', 's', 's']),
  entry('Q252H', ['c.756G>C', 'c.756G>T'], 'P_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('Y253F', ['c.758A>T'], 'P_LOOP', ['R', 'i', 's', 's', 's', 's']),
  entry('Y253H', ['c.757T>C'], 'P_LOOP', ['R', 'R', 's', 's', 's', 's'], DASATINIB_DISCORDANT),
  entry('E255K', ['c.763G>A'], 'P_LOOP', ['R', 'R', 'i', 'i', 's', 's'], DASATINIB_DISCORDANT),
  entry('E255V', ['c.764A>T'], 'P_LOOP', ['R', 'R', 'i', 'i', 's', 's'], DASATINIB_DISCORDANT),
  entry('D276G', ['c.827A>G'], 'OTHER', ['R', 's', 's', 's', 's', 's']),
  entry('E279K', ['c.835G>A'], 'OTHER', ['R', 's', 's', 's', 's', 's']),
  entry('V299L', ['c.895G>C', 'c.895G>T'], 'ATP_BINDING_SITE', ['s/i', 's', 'R', 'R', 's', 's']),
  entry('F311L', ['c.931T>C'], 'OTHER', ['R', 's', 's', 's', 's', 's']),
  entry('T315I', ['c.944C>T'], 'GATEKEEPER', ['R', 'R', 'R', 'R', 's', 's'], 'Asciminib 200 mg twice a day instead of 40 mg.'),
  entry('T315A', ['c.943A>G'], 'GATEKEEPER', ['s/i', 's', 'R', 's', 's', 's']),
  entry('F317L', ['c.949T>C', 'c.951C>A', 'c.951C>G'], 'ATP_BINDING_SITE', ['R/i', 's', 'R', 'i', 's', 's']),
  entry('F317V', ['c.949T>G'], 'ATP_BINDING_SITE', ['i', 's', 'R', 'i', 's', 's']),
  entry('F317I', ['c.949T>A'], 'ATP_BINDING_SITE', ['i', 's', 'R', 'i', 's', 's']),
  entry('F317C', ['c.950T>G'], 'ATP_BINDING_SITE', ['i', 's', 'R', 'i', 's', 's']),
  entry('M351T', ['c.1052T>C'], 'CATALYTIC_DOMAIN', ['R', 's', 's', 's', 's', 's']),
  entry('E355G', ['c.1064A>G'], 'CATALYTIC_DOMAIN', ['R', 's', 's', 's', 's', 's']),
  entry('F359V', ['c.1075T>G'], 'CATALYTIC_DOMAIN', ['R', 'R', 's', 's', 's', 'R/i'], DASATINIB_DISCORDANT),
  entry('F359C', ['c.1076T>G'], 'CATALYTIC_DOMAIN', ['R', 'R', 's', 's', 's', 'R/i'], DASATINIB_DISCORDANT),
  entry('F359I', ['c.1075T>A'], 'CATALYTIC_DOMAIN', ['R', 'R', 's', 's', 's', 'R/i'], DASATINIB_DISCORDANT),
  entry('V379I', ['c.1135G>A'], 'ACTIVATION_LOOP_EDGE', ['R', 's', 's', 's', 's', 's']),
  entry('L384M', ['c.1150C>A'], 'ACTIVATION_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('L387M', ['c.1159T>A'], 'ACTIVATION_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('L387F', ['c.1161G>C', 'c.1161G>T'], 'ACTIVATION_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('H396R', ['c.1187A>G'], 'ACTIVATION_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('H396P', ['c.1187A>C'], 'ACTIVATION_LOOP', ['R', 's', 's', 's', 's', 's']),
  entry('E453G', ['c.1358A>G'], 'C_LOBE', ['R', 's', 's', 's', 's', 's']),
  entry('E453K', ['c.1357G>A'], 'C_LOBE', ['R', 's', 's', 's', 's', 's']),
  entry('E459K', ['c.1375G>A'], 'C_LOBE', ['R', 's', 's', 's', 's', 's']),
  entry('F486S', ['c.1457T>C'], 'C_LOBE', ['R', 's', 's', 's', 's', 's']),
  entry('A337V', ['c.1010C>T'], 'MYRISTOYL_POCKET', ['-', '-', '-', '-', 's', 'R']),
  entry('A337T', ['c.1009G>A'], 'MYRISTOYL_POCKET', ['-', '-', '-', '-', 's', 'R']),
  entry('P465S', ['c.1393C>T'], 'MYRISTOYL_POCKET', ['-', '-', '-', '-', 's', 'R']),
  entry('V468F', ['c.1402G>T'], 'MYRISTOYL_POCKET', ['-', '-', '-', '-', 's', 'R']),
];
