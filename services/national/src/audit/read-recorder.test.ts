import type { ReadDraft } from './audit-draft';
import { ReadRecorder } from './read-recorder';
import { COORDINATOR, MOMENT } from './testing';

/** A trail that answers when it is told to. */
class FakeTrail {
  readonly written: string[] = [];
  readonly batches: number[] = [];
  readonly warnings: string[] = [];
  readonly losses: number[] = [];
  isDown = false;
  private gate: Promise<void> = Promise.resolve();

  readonly recorder = new ReadRecorder({
    write: (reads) => this.write(reads),
    clock: () => MOMENT,
    logger: {
      warn: ({ reason }: { reason: string }) => void this.warnings.push(reason),
      error: ({ reads }: { reads: number }) => void this.losses.push(reads),
    },
  });

  read(...codes: readonly string[]): void {
    for (const code of codes) this.recorder.record(COORDINATOR, 'READ_PATIENT', [code]);
  }

  /** Makes writes wait until what is returned is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  }

  private async write(reads: readonly ReadDraft[]): Promise<void> {
    await this.gate;
    if (this.isDown) throw new Error('the database does not answer');
    this.batches.push(reads.length);
    this.written.push(...reads.flatMap(({ patientCodes }) => patientCodes));
  }
}

describe('recording reads', () => {
  afterEach(() => jest.useRealTimers());

  it('writes them in their order, with who, what and when', async () => {
    const write = jest.fn(async () => undefined);
    const logger = { warn: () => undefined, error: () => undefined };
    const recorder = new ReadRecorder({ write, clock: () => MOMENT, logger });
    recorder.record(COORDINATOR, 'READ_PATIENTS', ['FR-001-0001', 'FR-001-0002']);
    await recorder.close();
    expect(write).toHaveBeenCalledWith([
      { by: COORDINATOR, action: 'READ_PATIENTS', patientCodes: ['FR-001-0001', 'FR-001-0002'], at: MOMENT },
    ]);
  });

  it('does not wait for the trail, and writes together what came in the meantime', async () => {
    const trail = new FakeTrail();
    const release = trail.hold();
    trail.read('one', 'two', 'three');
    expect(trail.written).toEqual([]);
    release();
    await trail.recorder.close();
    expect(trail.written).toEqual(['one', 'two', 'three']);
    expect(trail.batches).toEqual([1, 2]);
  });

  it('tries again when the trail can not be written, and loses nothing', async () => {
    jest.useFakeTimers();
    const trail = new FakeTrail();
    trail.isDown = true;
    trail.read('one');
    await jest.advanceTimersByTimeAsync(2500);
    expect(trail.warnings).toEqual(Array(3).fill('the database does not answer'));
    trail.isDown = false;
    trail.read('two');
    await jest.advanceTimersByTimeAsync(1000);
    expect(trail.written).toEqual(['one', 'two']);
  });

  it('refuses reads when too many wait, rather than forget them', async () => {
    const trail = new FakeTrail();
    const release = trail.hold();
    const codes = Array.from({ length: 10_000 }, (_, index) => String(index));
    trail.read(...codes);
    expect(() => trail.read('one more')).toThrow(/too many reads wait/);
    release();
    await trail.recorder.close();
    expect(trail.written).toEqual(codes);
  });

  it('says at the end how many reads are lost', async () => {
    const trail = new FakeTrail();
    trail.isDown = true;
    trail.read('one', 'two');
    await trail.recorder.close();
    expect(trail.losses).toEqual([2]);
  });
});
