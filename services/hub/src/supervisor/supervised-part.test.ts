import type { Launch, RunningProcess } from '../processes';
import { type PartEvent, SupervisedPart } from './supervised-part';

const { signal } = new AbortController();

/** A process that ends when the test says so. */
class FakeProcess implements RunningProcess {
  end: (how: string) => void = () => undefined;
  readonly ended = new Promise<string>((resolve) => {
    this.end = resolve;
  });

  constructor(
    readonly pid: number,
    readonly url = 'http://here',
  ) {}

  async stop(): Promise<void> {
    this.end('exit code 0');
  }
}

/** A part whose launches give these in turn: a process, or the reason why there is none. */
class Scene {
  readonly addresses: string[] = [];
  readonly events: PartEvent[] = [];
  private readonly queue: (FakeProcess | string)[];
  private wake: () => void = () => undefined;
  private readonly launch: Launch = async () => {
    const next = this.queue.shift() ?? 'no more';
    if (typeof next === 'string') throw new Error(next);
    return next;
  };
  readonly part = new SupervisedPart(
    { name: 'france', kind: 'national', launch: this.launch, onAddress: (url) => this.addresses.push(url) },
    (event) => {
      this.events.push(event);
      this.wake();
    },
  );

  constructor(...launches: readonly (FakeProcess | string)[]) {
    this.queue = [...launches];
  }

  get kinds(): readonly string[] {
    return this.events.map(({ kind }) => kind);
  }

  async until(kind: PartEvent['kind'], times: number): Promise<void> {
    while (this.kinds.filter((one) => one === kind).length < times) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

test('it starts, tells its address, and stops', async () => {
  const scene = new Scene(new FakeProcess(11));
  await expect(scene.part.start(signal)).resolves.toBe('http://here');
  expect(scene.part.report()).toMatchObject({ name: 'france', kind: 'national', state: 'UP', pid: 11, url: 'http://here', restarts: 0 });
  await scene.part.stop();
  expect(scene.part.report()).toMatchObject({ state: 'DOWN', restarts: 0 });
  expect(scene.part.report()).not.toHaveProperty('pid');
  expect(scene.kinds).toEqual(['PART_STARTING', 'PART_UP']);
});

test('what fails at its first start is not started again', async () => {
  const scene = new Scene('no database', new FakeProcess(12));
  await expect(scene.part.start(signal)).rejects.toThrow('no database');
  await scene.part.stop();
  expect(scene.kinds).toEqual(['PART_STARTING']);
});

test('what ends by itself is started again until it answers; a new address is told, the same one is not', async () => {
  const first = new FakeProcess(11);
  const second = new FakeProcess(12);
  const scene = new Scene(first, 'still no database', second, new FakeProcess(13, 'http://there'));
  await scene.part.start(signal);
  first.end('signal SIGKILL');
  await scene.until('PART_UP', 2);
  expect(scene.part.report()).toMatchObject({ state: 'UP', pid: 12, restarts: 2 });
  expect(scene.events.flatMap((event) => (event.kind === 'PART_DOWN' ? [event.reason] : []))).toEqual([
    'it ended with signal SIGKILL',
    'still no database',
  ]);
  expect(scene.addresses).toEqual(['http://here']);
  second.end('exit code 1');
  await scene.until('PART_UP', 3);
  expect(scene.addresses).toEqual(['http://here', 'http://there']);
  await scene.part.stop();
});

test('a stop between two attempts ends the attempts', async () => {
  const first = new FakeProcess(11);
  const scene = new Scene(first, new FakeProcess(12));
  await scene.part.start(signal);
  first.end('exit code 1');
  await scene.until('PART_DOWN', 1);
  await scene.part.stop();
  expect(scene.kinds).toEqual(['PART_STARTING', 'PART_UP', 'PART_DOWN']);
});
