const packages = ['domain', 'projections', 'search', 'ml', 'server'];
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    module: { type: 'es6' },
  },
];

/** On a run with the clock on another day (scripts/lib/other-day.mjs) each of Jest’s contexts has its own Date to shift. */
const clock = process.env.CLOCK_SHIFT_MS ? { setupFiles: ['<rootDir>/scripts/lib/shift-clock.cjs'] } : {};

const mapped = {
  [`^@alongside/(${packages.join('|')})/(.*)\\.js$`]: '<rootDir>/$1/$2',
  [`^@alongside/(${packages.join('|')})/(.*\\.json)$`]: '<rootDir>/$1/$2',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

const node = (displayName, level) => ({
  displayName,
  testEnvironment: 'node',
  roots: [...packages, 'scripts'].map((name) => `<rootDir>/${name}`),
  testMatch: [`**/*.${level}.spec.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: mapped,
  transform: { '^.+\\.ts$': swc },
  ...clock,
});

/** Six projects: pure specs, specs with real files and sockets, proofs, simulations, the client's in a browser-like place, and journeys in a real browser. */
export default {
  // Here and not by project: Jest takes it from the whole alone.
  testTimeout: 30_000,
  // A worker keeps modules of specs while it lives: freeing half a gigabyte takes longer than the half second after which Jest ends it and
  // suspects a leak.
  workerGracefulExitTimeout: 10_000,
  // A worker keeps modules of every spec it ran, and grows to three gigabytes and to a third of its pace: a new one takes its place.
  workerIdleMemoryLimit: '1GB',
  projects: [
    node('unit', 'unit'),
    node('integration', 'int'),
    // What `npm run prove` runs alone: `npm test` has no place for it, such as a disk that fills up.
    node('proofs', 'proof'),
    // The replica of browsers and the hub in one process: Solid must be the one that runs in a browser.
    { ...node('simulation', 'sim'), testEnvironmentOptions: { customExportConditions: ['browser'] } },
    {
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['browser', 'development'] },
      roots: ['<rootDir>/client'],
      testMatch: ['**/*.unit.spec.ts', '**/*.unit.spec.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['/dist/'],
      setupFilesAfterEnv: ['<rootDir>/scripts/lib/ui-specs.mjs'],
      extensionsToTreatAsEsm: ['.ts', '.tsx', '.jsx'],
      moduleNameMapper: { '\\.css$': '<rootDir>/scripts/lib/empty.mjs', ...mapped },
      transform: {
        '^.+\\.(tsx|jsx)$': [
          'babel-jest',
          { babelrc: false, configFile: false, presets: [['babel-preset-solid', { generate: 'dom' }], '@babel/preset-typescript'] },
        ],
        '^.+\\.ts$': swc,
      },
      transformIgnorePatterns: ['/node_modules/(?!.*\\.jsx$)'],
      ...clock,
    },
    {
      displayName: 'e2e',
      testEnvironment: 'node',
      roots: ['<rootDir>/client'],
      testMatch: ['**/e2e/**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/client/e2e/seed.setup.mjs',
      globalTeardown: '<rootDir>/client/e2e/seed.teardown.mjs',
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['/dist/'],
      extensionsToTreatAsEsm: ['.ts'],
      moduleNameMapper: mapped,
      transform: { '^.+\\.ts$': swc },
    },
  ],
};
