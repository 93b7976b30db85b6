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
    return this.installed.all.filter(({ name }) => this.isOn(name));
  }

  isOn(name: string): boolean {
    return this.installed.named(name) !== undefined && (this.switched.get(name) ?? true);
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
    const before = namesOf(this.on);
    this.switched = switched;
    if (namesOf(this.on) === before) return;
    for (const listener of this.listeners) await listener(this.on);
  }
}

function namesOf(extensions: readonly NationalExtension[]): string {
  return extensions.map(({ name }) => name).join();
}
