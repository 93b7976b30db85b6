import { badUserInput } from '@registry-hub/shared/errors';
import { AuditTrail } from '../audit';
import { misfitOf, type NationalExtension } from '../extension';
import type { Desk } from '../recording';
import { ExtensionSwitchStore } from '../storage';
import type { LiveExtensions } from './live-extensions';

/** An extension that there is for this country. */
export interface ExtensionState {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly on: boolean;
  readonly compatible: boolean;
  /** Why it is not on. */
  readonly message?: string;
}

export interface ExtensionDeskParts {
  readonly live: LiveExtensions;
  /** All that there are for the country, installed or not. */
  readonly available: readonly NationalExtension[];
}

/** Where a country's coordinator switches extensions on and off. */
export class ExtensionDesk {
  constructor(
    private readonly desk: Desk,
    private readonly parts: ExtensionDeskParts,
  ) {}

  list(): readonly ExtensionState[] {
    return this.parts.available.map((extension) => this.stateOf(extension));
  }

  /**
   * Switches an extension, from the next request on. What it keeps stays when it is off, and follows the facts.
   *
   * @throws HubError BAD_USER_INPUT when it is none of this country's, or not installed
   */
  async set(name: string, on: boolean): Promise<ExtensionState> {
    const { live, available } = this.parts;
    const { writer, caller, clock } = this.desk;
    const extension = available.find((one) => one.name === name);
    if (!extension) {
      const known = available.length === 0 ? 'none' : available.map((one) => one.name).join(', ');
      throw badUserInput({ field: 'name', message: `expected an extension of this country; there is ${known}.` });
    }
    if (!live.installed.named(name)) throw badUserInput({ field: 'name', message: notInstalled(extension) });
    await writer.write(async (manager) => {
      const store = new ExtensionSwitchStore(manager);
      const before = (await store.read()).get(name) ?? true;
      if (before === on) return;
      await store.set(name, on);
      const change = { kind: 'setting' as const, key: ['extension', name], before: { on: before }, after: { on } };
      await new AuditTrail(manager).append([{ by: caller, at: clock(), action: 'SETTINGS', records: [change] }]);
    });
    await live.refresh();
    return this.stateOf(extension);
  }

  private stateOf(extension: NationalExtension): ExtensionState {
    const { name, title, version } = extension;
    const { live } = this.parts;
    const misfit = misfitOf(extension);
    const state = { name, title, version, on: live.isOn(name), compatible: misfit === undefined };
    if (live.installed.named(name)) return state.on ? state : { ...state, message: 'A coordinator has switched it off.' };
    return { ...state, message: misfit ?? notInstalled(extension) };
  }
}

function notInstalled({ name }: NationalExtension): string {
  return `The setting EXTENSIONS of this country's service leaves ${name} out; whoever runs the service can put it in.`;
}
