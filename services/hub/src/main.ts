import { runCommand, stopOnRequest } from './commands';

// whoever read the output may be gone before the hub is: no reason to end
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), {
    environment: process.env,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    findServices: () => ({
      national: require.resolve('@registry-hub/national/main'),
      gateway: require.resolve('@registry-hub/gateway/main'),
      identity: require.resolve('@registry-hub/identity/main'),
    }),
    stopSignal: stopOnRequest,
  });
}

void main();
