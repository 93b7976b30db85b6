import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { RegistryState } from './live-columns';

interface SettingsOfState {
  readonly name: string;
  readonly settings: Promise<DisclosureSettings>;
}

/**
 * What this country asks of disclosure control, in memory. To set it makes another state of the registry, which every answer
 * looks up in any case: settings of a state are read once.
 */
export class LiveSettings {
  private read: SettingsOfState | undefined;

  constructor(private readonly source: () => Promise<DisclosureSettings>) {}

  /** The settings of this state, or of a later one. */
  at({ name }: RegistryState): Promise<DisclosureSettings> {
    if (this.read?.name === name) return this.read.settings;
    const settings = this.source();
    this.read = { name, settings };
    settings.catch(() => {
      this.read = undefined;
    });
    return settings;
  }
}
