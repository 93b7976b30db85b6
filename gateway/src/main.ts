import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettingsOrExit } from '@registry-hub/shared/config';
import { createLogger, runProcess } from '@registry-hub/shared/server';
import { composeGateway } from './compose-gateway';
import { countryTimings } from './countries';
import { openDisclosureMemory } from './disclosure-memory';
import { gatewaySettingsSchema } from './gateway-settings';
import { packagedSchemas } from './national-schemas';
import { createWorkerComposer } from './supergraph';

const settings = readSettingsOrExit(gatewaySettingsSchema, process.env);
const logger = createLogger('gateway', settings.LOG_LEVEL);
const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

void runProcess(logger, () =>
  composeGateway({
    settings,
    openMemory: () =>
      openDisclosureMemory({
        url: settings.DATABASE_URL,
        poolSize: settings.DATABASE_POOL,
        limits: { cohorts: settings.DISCLOSURE_MEMORY_COHORTS, days: settings.DISCLOSURE_MEMORY_DAYS },
        clock: () => new Date(),
        logger,
      }),
    logger,
    now: Date.now,
    timings: countryTimings,
    compose: createWorkerComposer(join(__dirname, 'supergraph', 'compose-worker.js')),
    nationalSchemas: packagedSchemas(),
    version,
  }),
);
