import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettingsOrExit } from '@registry-hub/shared/config';
import { createLogger, runProcess } from '@registry-hub/shared/server';
import { composeNational } from './compose-national';
import { nationalExtensions } from './extensions';
import { nationalSettingsSchema } from './national-settings';

const settings = readSettingsOrExit(nationalSettingsSchema, process.env);
const logger = createLogger(`national ${settings.COUNTRY_CODE}`, settings.LOG_LEVEL);
const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

void runProcess(logger, () => composeNational({ settings, logger, clock: () => new Date(), version, extensions: nationalExtensions }));
