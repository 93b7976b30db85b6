/** Instances of one form of one record: all up to a number, and those seen ahead of it, each with its row. */
interface SeenInstances {
  readonly form: string;
  upTo: number;
  readonly ahead: Map<number, number>;
}

/** Where the count of an instrument's instances leaves some out. */
export interface InstanceGap {
  /** Of the first instance after the gap. */
  readonly row: number;
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

/** The instances of an export's records, to find those that stand twice and those that don't stand at all. */
export class InstanceLog {
  private readonly seen = new Map<string, SeenInstances>();

  /** Notes an instance; false when it was there before. */
  note(record: string, form: string, instance: number, row: number): boolean {
    const key = `${record}\0${form}`;
    const instances = this.seen.get(key) ?? { form, upTo: 0, ahead: new Map<number, number>() };
    this.seen.set(key, instances);
    if (instance <= instances.upTo || instances.ahead.has(instance)) return false;
    instances.ahead.set(instance, row);
    while (instances.ahead.delete(instances.upTo + 1)) instances.upTo += 1;
    return true;
  }

  /** The first gap of each form of each record. */
  gaps(): readonly InstanceGap[] {
    return [...this.seen.values()].flatMap(({ form, upTo, ahead }) => {
      const [next, ...others] = ahead;
      if (next === undefined) return [];
      const [instance, row] = others.reduce((least, each) => (each[0] < least[0] ? each : least), next);
      return [{ row, form, from: upTo + 1, to: instance - 1 }];
    });
  }
}
