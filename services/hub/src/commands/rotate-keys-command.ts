import type { KeyFiles } from '../data-folder';
import { OperatorError } from '../errors';
import { ISSUER_KEY_LIFE } from '../issuer';
import { announceNextKey, HUB_KEY_LIFE, isNextKeyAnnounced, type KeyLife, rotateKeyPair } from '../secrets';
import { type HubSettings, readHubSettings } from '../settings';
import { countriesElsewhere } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';

export interface RotateKeysOptions {
  readonly hub?: boolean;
  readonly identity?: boolean;
  /** List the next key, and go on signing with the present one. */
  readonly announce?: boolean;
  /** Take back what the old key signed. */
  readonly revoke?: boolean;
}

/** A signing key that the hub holds, and whose public half others verify by. */
interface RotatedKey {
  /** As the operator reads it. */
  readonly name: string;
  readonly files: KeyFiles;
  readonly life: KeyLife;
}

/**
 * Replaces signing keys of a hub, running or not. The services on this machine see it by themselves; countries that run elsewhere
 * hold copies of the public keys, and must be given the next one before it signs.
 */
export async function rotateKeysCommand(context: CommandContext, options: RotateKeysOptions): Promise<ExitCode> {
  const settings = readHubSettings(context.environment);
  const { announce = false, revoke = false } = options;
  if (announce && revoke) throw new OperatorError('--revoke: an announced key does not replace the old one yet; leave out --announce.');
  const keys = chosenKeys(settings, options);
  const elsewhere = countriesElsewhere(settings.data).map(({ name }) => name);
  const unannounced = keys.find(({ files }) => !isNextKeyAnnounced(files));
  if (!announce && !revoke && elsewhere.length > 0 && unannounced !== undefined) {
    throw new OperatorError(
      `${elsewhere.join(', ')}: runs elsewhere, and does not know ${unannounced.name}'s next key yet; use --announce, hand over ${unannounced.files.publicKeys}, and then rotate.`,
    );
  }
  for (const { name, files, life } of keys) {
    if (announce) await announceNextKey(files, life);
    else await rotateKeyPair(files, revoke ? { validSeconds: 0 } : life);
    context.out(outcome(name, files, { announce, revoke }));
  }
  return 0;
}

/** @throws OperatorError when none is chosen, or one that is not the hub's */
function chosenKeys({ data, identity }: HubSettings, options: RotateKeysOptions): readonly RotatedKey[] {
  if (options.identity === true && identity.kind === 'PROVIDER') {
    throw new OperatorError(`--identity: OIDC_ISSUER is set; ${identity.issuer} replaces its keys itself.`);
  }
  const keys: readonly RotatedKey[] = [
    ...(options.hub === true ? [{ name: 'the hub', files: data.hubKey, life: HUB_KEY_LIFE }] : []),
    ...(options.identity === true ? [{ name: 'the development issuer', files: data.identity, life: ISSUER_KEY_LIFE }] : []),
  ];
  if (keys.length === 0) throw new OperatorError('Which keys? Expected --hub, --identity, or both.');
  return keys;
}

function outcome(
  name: string,
  { publicKeys }: KeyFiles,
  { announce, revoke }: { readonly announce: boolean; readonly revoke: boolean },
): string {
  if (announce) return `The next key of ${name} is listed in ${publicKeys}; it signs after the next rotate-keys.`;
  const old = revoke ? 'what the old one signed is refused within a minute' : 'what the old one signed stays good until it expires';
  return `A new key of ${name} signs from now on; ${old}. Public keys: ${publicKeys}`;
}
