import type { InstalledExtensions, NationalExtension } from '../extension';

type Listener = (on: readonly NationalExtension[]) => Promise<void>;

/** Which of the installed extensions are on, as the database has it: a coordinator switches them while the service runs. */
export class LiveExtensions {
  private switched: ReadonlyMap<string, boolean> = new Map();
  private readonly listeners: Listener[] = [];
  private refreshing: Promise<void> = Promise.resolve();

  /** @param read the switches, by name of the extension; one that nobody ever switched is not among them, and on */
  constructor(
    readonly installed: InstalledExtensions,
    private readonly read: () => Promise<ReadonlyMap<string, boolean>>,
  ) {}

  get on(): readonly NationalExtension[] {
    return this.onBy(this.switched);
  }

  isOn(name: string): boolean {
    return this.on.some((extension) => extension.name === name);
  }

  /** Called, and waited for, whenever others are on than before. */
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Looks at the switches; one look after another. */
  refresh(): Promise<void> {
    const next = this.refreshing.then(() => this.look());
    this.refreshing = next.catch(() => undefined);
    return next;
  }

  private async look(): Promise<void> {
    const switched = await this.read();
    const on = this.onBy(switched);
    if (namesOf(on) !== namesOf(this.on)) for (const listener of this.listeners) await listener(on);
    // where a listener failed the next look finds the same difference
    this.switched = switched;
  }

  private onBy(switched: ReadonlyMap<string, boolean>): readonly NationalExtension[] {
    return this.installed.all.filter(({ name }) => switched.get(name) ?? true);
  }
}

function namesOf(extensions: readonly NationalExtension[]): string {
  return extensions.map(({ name }) => name).join();
}
