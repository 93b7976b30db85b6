import { Command, InvalidArgumentError, Option } from 'commander';
import { type BenchContext, type BenchOptions, caseShares } from './bench-options';
import { type ImportBenchOptions, importBench } from './import-bench';
import { exchangeWays, type RoundTripsOptions, roundTripsBench } from './round-trips-bench';
import { statisticsBench } from './statistics-bench';

const context: BenchContext = {
  machine: process.env,
  services: {
    national: require.resolve('@registry-hub/national/main'),
    gateway: require.resolve('@registry-hub/gateway/main'),
    identity: require.resolve('@registry-hub/identity/main'),
  },
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (line) => void process.stderr.write(`${line}\n`),
};
const program = new Command('bench').description('Benchmarks on this machine, in processes as in production.');

program
  .command('statistics')
  .description('figures of many cases from nine national services, against one central database and a column store')
  .option('--cases <number>', 'over all countries', wholeNumber, 1_000_000)
  .option('--repetitions <number>', 'of each answer that is timed', wholeNumber, 15)
  .addOption(new Option('--shares <shares>', 'how cases are spread over the countries').choices(caseShares).default('equal'))
  .option('--quick', 'without the curves of cost against cases and countries', false)
  .option('--json <file>', 'where the results go', '.bench/statistics.json')
  .option('--picture <file>', 'where the picture of the curves goes', '.github/images/statistics-cost.svg')
  .action((options: BenchOptions) => statisticsBench(options, context));

program
  .command('import')
  .description("an import of many patients into one national registry, against COPY of the bundle's files into the same tables")
  .option('--patients <number>', 'all of one country', wholeNumber, 100_000)
  .option('--json <file>', 'where the results go', '.bench/import.json')
  .action((options: ImportBenchOptions) => importBench(options, context));

program
  .command('round-trips')
  .description('made-up patients from a registry to empty ones by way of FHIR and of REDCap, and whether they arrive to the byte')
  .option('--patients <number>', 'all of one country', wholeNumber, 10_000)
  .addOption(new Option('--by <way>', 'one way alone').choices(exchangeWays))
  .action((options: RoundTripsOptions) => roundTripsBench(options, context));

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('expected a whole number above 0');
  return value;
}

void program.parseAsync();
