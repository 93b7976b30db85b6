import type { Gene } from '../../domain';
import type { Citation } from '../citation';
import type { CatalogueEntry, KinaseRegion, Sensitivity } from './catalogue-entry';
import { proteinHgvs, variantName } from './variant';

/** Of KIT and PDGFRA, in gastrointestinal stromal tumours, melanoma and mastocytosis. */
export const receptorKinaseSources: readonly Citation[] = [
  { authors: 'Hirota et al.', journal: 'Science', year: 1998, locator: '279:577' },
  { authors: 'Heinrich et al.', journal: 'Science', year: 2003, locator: '299:708' },
  { authors: 'Heinrich et al.', journal: 'J Clin Oncol', year: 2003, locator: '21:4342' },
  // PDGFRA
  { authors: 'Corless et al.', journal: 'J Clin Oncol', year: 2005, locator: '23:5357' },
  // secondary resistance
  { authors: 'Heinrich et al.', journal: 'J Clin Oncol', year: 2006, locator: '24:4764' },
  // exon 9 and the dose
  { authors: 'Debiec-Rychter et al.', journal: 'Eur J Cancer', year: 2006, locator: '42:1093' },
  // D816V in mastocytosis
  { authors: 'Ma et al.', journal: 'Blood', year: 2002, locator: '99:1741' },
  // D816T
  { authors: 'Heinrich et al.', journal: 'Clin Cancer Res', year: 2008, locator: '14:2717' },
];

function entry(
  gene: Gene,
  change: string,
  codingHgvs: readonly string[],
  region: KinaseRegion,
  imatinib: Sensitivity,
  note?: string,
): CatalogueEntry {
  const variant = variantName(gene, change);
  const known = { gene, variant, proteinHgvs: proteinHgvs(variant), codingHgvs, region, sensitivity: { IMATINIB: imatinib } };
  return note === undefined ? known : { ...known, note };
}

const EXON_9 = 'Exon 9: 800 mg of imatinib a day holds longer than 400 mg.';
const SECONDARY = 'Found where imatinib had worked before.';

/**
 * Mutations of KIT and PDGFRA with what is known of imatinib; see {@link receptorKinaseSources}. None of PDGFRB is listed: what
 * makes that kinase sensitive are fusions, which a diagnosis names.
 */
export const receptorKinaseCatalogue: readonly CatalogueEntry[] = [
  // gene, change, coding change, region, imatinib
  entry('KIT', 'A502_Y503dup', ['c.1504_1509dup'], 'EXTRACELLULAR_DOMAIN', 'i', EXON_9),
  entry('KIT', 'W557_K558del', ['c.1669_1674del'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('KIT', 'V559D', ['c.1676T>A'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('KIT', 'V560D', ['c.1679T>A'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('KIT', 'V560G', ['c.1679T>G'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('KIT', 'L576P', ['c.1727T>C'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('KIT', 'K642E', ['c.1924A>G'], 'ATP_BINDING_SITE', 's'),
  entry('KIT', 'V654A', ['c.1961T>C'], 'ATP_BINDING_SITE', 'R', SECONDARY),
  entry('KIT', 'T670I', ['c.2009C>T'], 'GATEKEEPER', 'R', SECONDARY),
  entry('KIT', 'D816H', ['c.2446G>C'], 'ACTIVATION_LOOP', 'R'),
  entry('KIT', 'D816T', [], 'ACTIVATION_LOOP', 's', 'Described once, in a patient with systemic mastocytosis who responded to imatinib.'),
  entry('KIT', 'D816V', ['c.2447A>T'], 'ACTIVATION_LOOP', 'R'),
  entry('KIT', 'D816Y', ['c.2446G>T'], 'ACTIVATION_LOOP', 'R'),
  entry(
    'KIT',
    'N822K',
    ['c.2466T>A', 'c.2466T>G'],
    'ACTIVATION_LOOP',
    '?',
    'Sensitive at diagnosis, resistant beside a mutation of exon 11.',
  ),
  entry('PDGFRA', 'V561D', ['c.1682T>A'], 'JUXTAMEMBRANE_DOMAIN', 's'),
  entry('PDGFRA', 'N659K', ['c.1977C>A', 'c.1977C>G'], 'ATP_BINDING_SITE', 's'),
  entry('PDGFRA', 'D842V', ['c.2525A>T'], 'ACTIVATION_LOOP', 'R'),
  entry('PDGFRA', 'D842Y', ['c.2524G>T'], 'ACTIVATION_LOOP', 's'),
];
