import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettingsOrExit } from '@registry-hub/shared/config';
import { createLogger, runProcess } from '@registry-hub/shared/server';
import { composeIdentity } from './compose-identity';
import { identitySettingsSchema } from './identity-settings';

const settings = readSettingsOrExit(identitySettingsSchema, process.env);
const logger = createLogger('identity', settings.LOG_LEVEL);
const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

void runProcess(logger, () => composeIdentity({ settings, version, now: Date.now }));
