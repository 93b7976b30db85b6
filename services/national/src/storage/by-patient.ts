interface OfPatient {
  readonly patientCode: string;
}

/** Records grouped by patient, each group in the order in which it came. */
export function listByPatient<T extends OfPatient>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.patientCode);
    if (group) group.push(record);
    else groups.set(record.patientCode, [record]);
  }
  return groups;
}

/** Records of which a patient has at most one. */
export function oneByPatient<T extends OfPatient>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.patientCode, record]));
}
