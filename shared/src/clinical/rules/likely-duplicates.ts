import type { Finding } from '../../domain';
import type { ComparableCase, RegistryRule } from './registry-rule';

const ID = 'LIKELY_DUPLICATE';

const monthOf = (date: string): string => date.slice(0, 7);

/** Cases alike in this are likely one patient; undefined where a date is not documented, for unknowns are not alike. */
function likeness({ centerCode, sex, birthMonth, diagnosedOn, imatinibStartedOn }: ComparableCase): string | undefined {
  if (diagnosedOn === undefined || imatinibStartedOn === undefined) return undefined;
  return [centerCode, sex, birthMonth, monthOf(diagnosedOn), monthOf(imatinibStartedOn)].join(' ');
}

/**
 * Cases of the same centre, sex, birth month, diagnosis month and month of the first imatinib: likely one patient registered
 * twice. Each suspicion is one finding, on the case with the later code, and names the first one.
 */
export function likelyDuplicates(cases: readonly ComparableCase[]): readonly Finding[] {
  const firstCodes = new Map<string, string>();
  const findings: Finding[] = [];
  for (const one of cases.toSorted((a, b) => (a.patientCode < b.patientCode ? -1 : 1))) {
    const alike = likeness(one);
    if (alike === undefined) continue;
    const firstCode = firstCodes.get(alike);
    if (firstCode === undefined) {
      firstCodes.set(alike, one.patientCode);
      continue;
    }
    const message = `Same centre, sex, birth_month and months of diagnosis and first imatinib as ${firstCode}; confirm that they are two patients.`;
    findings.push({ rule: ID, severity: 'SOFT', at: { kind: 'patient', key: [one.patientCode] }, message });
  }
  return findings;
}

export const likelyDuplicatesRule: RegistryRule = {
  id: ID,
  severity: 'SOFT',
  reason: 'One patient registered twice counts twice in every figure.',
  check: likelyDuplicates,
};

/** Every rule over all cases of a registry. */
export const registryRules: readonly RegistryRule[] = [likelyDuplicatesRule];
