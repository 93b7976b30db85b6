interface OfPatient {
  readonly patientCode: string;
}

/** Items by a key, each group in the order in which its items came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

export function listByPatient<T extends OfPatient>(records: readonly T[]): Map<string, T[]> {
  return groupBy(records, ({ patientCode }) => patientCode);
}

/** Records of which a patient has at most one. */
export function oneByPatient<T extends OfPatient>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.patientCode, record]));
}
