import type { CaseFacts } from '../../domain';
import { isChronicMyeloidLeukemia } from '../derivation/chronic-myeloid-leukemia';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';
import { type Karyotype, readKaryotype } from './iscn-karyotype';

function contradiction(karyotype: Karyotype, { diagnosis, assessments }: CaseFacts): string | undefined {
  const [fault] = karyotype.faults;
  if (fault !== undefined) return `does not read as ISCN: ${fault}`;
  if (karyotype.phPositive && diagnosis?.phPositive === false) return 'shows t(9;22)(q34;q11) while ph_positive is false; they agree';
  if (!karyotype.phPositive && diagnosis?.phPositive !== false) {
    return 'shows no t(9;22)(q34;q11) nor a variant of it; it does, or ph_positive is false';
  }
  const examined = assessments.find(({ assessedOn }) => assessedOn === diagnosis?.diagnosedOn)?.metaphasesExamined;
  const { metaphases } = karyotype;
  if (examined === undefined || metaphases === undefined || examined === metaphases) return undefined;
  return `counts ${metaphases} metaphases while metaphases_examined of that day is ${examined}; the clone sizes add up to it`;
}

export const karyotypeFitsRule: CaseRule = defineCaseRule({
  id: 'KARYOTYPE_DOES_NOT_FIT',
  severity: 'SOFT',
  fields: ['diagnosis.karyotype', 'diagnosis.phPositive', 'diagnosis.disease', 'assessment.metaphasesExamined'],
  reason: 'The karyotype of Ph+ CML shows t(9;22)(q34;q11) or a variant of it, written in ISCN.',
  discrepancies: (facts) => {
    const { diagnosis } = facts;
    const text = diagnosis?.karyotype;
    if (!diagnosis || text === undefined) return [];
    if (!isChronicMyeloidLeukemia(diagnosis.disease) && diagnosis.phPositive !== true) return [];
    const contradicted = contradiction(readKaryotype(text), facts);
    if (contradicted === undefined) return [];
    return [{ at: recordReference('diagnosis', diagnosis, 'karyotype'), message: `karyotype ${text} ${contradicted}.` }];
  },
});
