/** Import boundaries: no cycle anywhere, stages one way, a package's folders only through their public face. */

const stages = ['domain', 'clinical', 'statistics', 'disclosure', 'graphql'];

/** Within shared, a stage may import the ones before it, never one after it. */
const oneWay = stages.slice(0, -1).map((stage, index) => ({
  name: `shared-${stage}-looks-back-only`,
  severity: 'error',
  from: { path: `^shared/src/${stage}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^shared/src/(${stages.slice(index + 1).join('|')}|server|testing)/` },
}));

const nationalStages = [
  'extension',
  'intake',
  'fhir',
  'validation',
  'storage',
  'audit',
  'masking',
  'statistics',
  'writing',
  'import',
  'export',
  'exchange',
  'rederivation',
  'recording',
  'quality',
  'settings',
  'api',
  'extensions',
];

const nationalOneWay = nationalStages.slice(0, -1).map((stage, index) => ({
  name: `national-${stage}-looks-back-only`,
  severity: 'error',
  from: { path: `^services/national/src/${stage}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^services/national/src/(${nationalStages.slice(index + 1).join('|')})/` },
}));

/** Modules of declaration packages (@types/fhir), which exist for the compiler and nowhere else. */
const TYPES_ONLY = '^fhir/r4$';

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    ...oneWay,
    ...nationalOneWay,
    {
      name: 'domain-knows-nobody',
      severity: 'error',
      from: { path: '^shared/src/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^shared/src/domain/' },
    },
    {
      name: 'gateway-national-and-identity-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(gateway|services/national|services/identity)/src/' },
      to: { path: '^(gateway|services/national|services/identity)/src/', pathNot: '^$1/src/' },
    },
    {
      name: 'tests-support-stays-in-tests',
      severity: 'error',
      from: { path: '^(shared|services|gateway)/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { path: '^shared/src/testing/' },
    },
    {
      name: 'deep-import-across-folders',
      comment: 'a folder is used through its index.ts',
      severity: 'error',
      from: { path: '^shared/src/([a-z-]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^shared/src/[a-z-]+/.+', pathNot: ['^shared/src/$1/', '^shared/src/[a-z-]+/index\\.ts$'] },
    },
    {
      name: 'national-deep-import-across-folders',
      comment: 'a folder is used through its index.ts',
      severity: 'error',
      from: { path: '^services/national/src/([a-z-]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^services/national/src/[a-z-]+/.+',
        pathNot: ['^services/national/src/$1/', '^services/national/src/[a-z-]+/index\\.ts$'],
      },
    },
    {
      name: 'extensions-are-known-to-the-composition-root-alone',
      comment: 'all other code knows the interface, services/national/src/extension, and none of the extensions',
      severity: 'error',
      from: {
        path: '^(shared|services|gateway)/',
        pathNot: ['^services/national/src/extensions/', '^services/national/src/(main|print-schema)\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: '^services/national/src/extensions/' },
    },
    {
      name: 'extensions-do-not-know-each-other',
      severity: 'error',
      from: { path: '^services/national/src/extensions/([a-z-]+)/' },
      to: { path: '^services/national/src/extensions/', pathNot: '^services/national/src/extensions/$1/' },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$' },
      to: { pathNot: TYPES_ONLY, dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { pathNot: TYPES_ONLY, couldNotResolve: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: '(main|print-[^/]*|bench[^/]*)\\.ts$' },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    exclude: { path: '(/dist/|/fixtures/)' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'node', 'require', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
