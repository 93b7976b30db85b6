import { readHubSettings } from '../settings';
import { hubHolder, type PartReport, partName, readCountries, readHubState } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';
import { type PartHealth, partHealth } from './part-health';
import { tableLines } from './table';

/** Shows the state of every part; exit code 0 when all are up. */
export async function statusCommand({ environment, out, err }: CommandContext, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { data } = readHubSettings(environment);
  const state = hubHolder(data.lock) === undefined ? undefined : readHubState(data.state);
  if (state === undefined) {
    if (options.json === true) out(JSON.stringify({ running: false, parts: [] }, undefined, 2));
    else err(`No hub runs on ${data.root}.`);
    return 1;
  }
  const names = new Set(state.parts.map(({ name }) => name));
  const elsewhere = readCountries(data)
    .countries.filter((country) => !names.has(partName(country)))
    .map(
      (country): PartReport => ({
        name: partName(country),
        kind: 'national',
        state: 'UP',
        url: country.url,
        since: state.hub.startedAt,
        restarts: 0,
      }),
    );
  const parts = await Promise.all([...state.parts, ...elsewhere].map(partHealth));
  if (options.json === true) out(JSON.stringify({ running: true, hub: state.hub, parts }, undefined, 2));
  else for (const line of tableLines([['PART', 'KIND', 'STATE', 'PID', 'RESTARTS', 'ADDRESS'], ...parts.map(partRow)])) out(line);
  return parts.every((part) => part.state === 'UP') ? 0 : 1;
}

function partRow({ name, kind, state, pid, restarts, url, note }: PartHealth): readonly string[] {
  const address = [url ?? '-', ...(note === undefined ? [] : [`(${note})`])].join(' ');
  return [name, kind, state, pid === undefined ? '-' : String(pid), String(restarts), address];
}
