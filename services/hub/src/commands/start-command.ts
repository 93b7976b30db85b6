import { once } from 'node:events';
import { readHubSettings } from '../settings';
import { type HubEvent, startHub } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';
import { hubEventLine } from './hub-event-line';

/** Runs a hub until this process is asked to stop. */
export async function startCommand(context: CommandContext): Promise<ExitCode> {
  const { out, environment } = context;
  const begin = Date.now();
  const settings = readHubSettings(environment);
  const stop = context.stopSignal();
  out(`Registry Hub starts; data in ${settings.data.root}`);
  const tell = (event: HubEvent): void => {
    const line = hubEventLine(event);
    if (line !== undefined) out(line);
  };
  const hub = await startHub({ settings, machine: environment, services: context.findServices(), tell }, stop).catch((error: unknown) => {
    if (!stop.aborted) throw error;
    return undefined;
  });
  if (hub !== undefined) {
    out(`Registry Hub is ready after ${((Date.now() - begin) / 1000).toFixed(1)} s; Ctrl-C stops it.`);
    out(`  GraphQL  ${hub.url}/graphql`);
    if (settings.identity.kind === 'DEVELOPMENT') out('  a token  npm run --silent hub -- token --role lead');
    if (!stop.aborted) await once(stop, 'abort');
    out('Registry Hub is stopping.');
    await hub.stop();
  }
  out('Registry Hub has stopped.');
  return 0;
}
