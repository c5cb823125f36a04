const packages = ['domain', 'projections', 'search', 'ml', 'server'];
const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true }, target: 'es2022' }, module: { type: 'es6' } }];

const node = (displayName, level) => ({
  displayName,
  testEnvironment: 'node',
  roots: packages.map((name) => `<rootDir>/${name}`),
  testMatch: [`**/*.${level}.spec.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    [`^@alongside/(${packages.join('|')})/(.*)\\.js$`]: '<rootDir>/$1/$2',
    [`^@alongside/(${packages.join('|')})/(.*\\.json)$`]: '<rootDir>/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
  testTimeout: 30_000,
});

/** Three projects: pure specs, specs with real files and sockets, and the client's in a browser-like place. */
export default {
  projects: [
    node('unit', 'unit'),
    node('integration', 'int'),
    {
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['browser', 'development'] },
      roots: ['<rootDir>/client'],
      testMatch: ['**/*.unit.spec.ts', '**/*.unit.spec.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['/dist/'],
      extensionsToTreatAsEsm: ['.ts', '.tsx', '.jsx'],
      moduleNameMapper: {
        [`^@alongside/(${packages.join('|')})/(.*)\\.js$`]: '<rootDir>/$1/$2',
        [`^@alongside/(${packages.join('|')})/(.*\\.json)$`]: '<rootDir>/$1/$2',
        '\\.css$': '<rootDir>/scripts/empty.mjs',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
      transform: {
        '^.+\\.(tsx|jsx)$': ['babel-jest', { babelrc: false, configFile: false, presets: [['babel-preset-solid', { generate: 'dom' }], '@babel/preset-typescript'] }],
        '^.+\\.ts$': swc,
      },
      transformIgnorePatterns: ['/node_modules/(?!.*\\.jsx$)'],
      testTimeout: 30_000,
    },
  ],
};
