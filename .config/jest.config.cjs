const { readFileSync } = require('node:fs');
const path = require('node:path');

const swc = JSON.parse(readFileSync(path.join(__dirname, 'swcrc.json'), 'utf8'));

/** Tests lie beside their sources; the suffix says what they need: .test pure, .db.test PostgreSQL, .e2e.test processes. */
module.exports = {
  rootDir: path.join(__dirname, '..'),
  roots: ['<rootDir>/shared/src', '<rootDir>/services', '<rootDir>/gateway/src'],
  testMatch: ['**/src/**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
  testEnvironment: 'node',
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { ...swc, swcrc: false }] },
  // these ship ES modules only, which jest's module loader can't require
  transformIgnorePatterns: ['/node_modules/(?!(jose|oidc-provider)/)'],
  moduleNameMapper: { '^@registry-hub/shared/([a-z-]+)$': '<rootDir>/shared/src/$1/index.ts' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/.config/jest.global-setup.ts',
  globalTeardown: '<rootDir>/.config/jest.global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
};
