import type { MissingCountry } from '@registry-hub/shared/statistics';
import type { LostCountry } from './ask-country';

/** The country was asked again over a new connection after its data had changed: under a new id it will answer. */
const DATA_CHANGED = 'DATA_CHANGED';

/**
 * Who is left out of the next round after some countries gave nothing. A country that refuses another one's key is itself not at
 * fault, nor is the other one for sure: of each such two one goes, beginning with the country that is party to most of these.
 *
 * @param mayRepeat whether those whose data changed are asked again @returns nobody when that is all that happened
 */
export function leaveOut(lost: readonly LostCountry[], mayRepeat: boolean): readonly MissingCountry[] {
  const stays = ({ refusal }: LostCountry): boolean =>
    refusal !== undefined && (refusal.countries.length > 0 || (refusal.code === DATA_CHANGED && mayRepeat));
  const failed = lost.filter((one) => !stays(one));
  const left = new Map(failed.map(({ code, reason, message }): [string, MissingCountry] => [code, { code, reason, message }]));
  let quarrels = lost.flatMap(({ code, refusal }) => (refusal?.countries ?? []).map((other) => ({ by: code, other })));
  for (;;) {
    quarrels = quarrels.filter(({ by, other }) => !left.has(by) && !left.has(other));
    const [first] = quarrels;
    if (!first) return [...left.values()];
    const worst = partiesOf(quarrels).reduce((one, other) => (quarrelsOf(other, quarrels) > quarrelsOf(one, quarrels) ? other : one));
    left.set(worst, missing(worst, quarrels));
  }
}

interface Quarrel {
  /** Refuses the key of the other one. */
  readonly by: string;
  readonly other: string;
}

/** Of two who are party to as many, the one whose key is refused goes: it comes first here. */
function partiesOf(quarrels: readonly Quarrel[]): readonly string[] {
  return [...quarrels.map(({ other }) => other), ...quarrels.map(({ by }) => by)];
}

function quarrelsOf(code: string, quarrels: readonly Quarrel[]): number {
  return quarrels.filter(({ by, other }) => by === code || other === code).length;
}

function missing(code: string, quarrels: readonly Quarrel[]): MissingCountry {
  const refusedBy = quarrels.filter(({ other }) => other === code).map(({ by }) => by);
  const message =
    refusedBy.length > 0
      ? `Its masking key is not confirmed by ${refusedBy.join(', ')}.`
      : `It does not know the masking keys of ${quarrels.map(({ other }) => other).join(', ')}.`;
  return { code, reason: 'ERROR', message };
}
