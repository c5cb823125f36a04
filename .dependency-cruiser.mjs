// Who may import whom. `scripts/boundaries.mjs` runs it and fails where a rule is broken or where suspiciously little was read.
const SPEC = '\\.(spec|contract|testing)\\.tsx?$';

/** Files that may reach for a concrete adapter: specs, benchmarks, and the places that wire. */
const MAY_WIRE = `(${SPEC}|/testing/|^server/(app|bench)/|^ml/bench/|^projections/bench/|^search/bench/)`;

/** A package may import only its own files, the packages named, and the libraries named; Node's own modules where `builtins` is set. */
const only = (from, { packages = [], libraries = [], builtins = false }) => ({
  name: `${from}-keeps-to-itself`,
  severity: 'error',
  comment: `Beside its own files ${from} may import ${[...packages, ...libraries].join(', ')}.`,
  from: { path: `^${from}/`, pathNot: `(${SPEC}|/testing/|^${from}/(bench|scripts|e2e)/|^${from}/[^/]*\\.config\\.ts$)` },
  to: {
    pathNot: [
      `^(${[from, ...packages].join('|')})/`,
      ...(libraries.length ? [`^node_modules/(${libraries.map((name) => name.replace('/', '\\/')).join('|')})(/|$)`] : []),
    ],
    dependencyTypesNot: builtins ? ['core'] : [],
  },
});

/** Specs, journeys and what builds the client run in Node. */
const NOT_IN_A_BROWSER = `(${SPEC}|^client/(e2e|scripts)/|/testing/|^client/[^/]*\\.config\\.ts$)`;
/** A database, a service's client, TensorFlow's native part, and Node's own modules. */
const NATIVE =
  '(^|/)(better-sqlite3(-12)?|meilisearch|@tensorflow/[^/]+)(/|$)|^(node:)?(assert|buffer|child_process|crypto|fs|http|https|module|net|os|path|process|stream|timers|url|util|worker_threads|zlib)(/promises)?$';

const wiredInOnePlace = (name, adapter) => ({
  name: `${name}-is-wired-in-one-place`,
  severity: 'error',
  comment: 'Adapters are chosen by server/app (and opened by the one file beside them that picks): everyone else speaks to the port.',
  from: { pathNot: [adapter, MAY_WIRE, '^server/event-store/open\\.ts$'] },
  to: { path: adapter },
});

const CLIENT_LIBRARIES = [
  '@fontsource-variable/[^/]+',
  '@kobalte/core',
  '@solidjs/router',
  '@tanstack/[^/]+',
  'lucide-solid',
  'socket\\.io-client',
  'solid-js',
  'uuidv7',
  'yjs',
  'y-websocket',
  'y-protocols',
  'd3-(scale|shape)',
  'vite',
  'zod',
];

export default {
  forbidden: [
    only('domain', { libraries: ['@noble/hashes', 'zod'] }),
    only('projections', { packages: ['domain'], builtins: true }),
    only('search', { packages: ['domain'] }),
    only('ml', { packages: ['domain'], libraries: ['@tensorflow/[^/]+'] }),
    only('client', { packages: ['domain', 'projections', 'search', 'ml'], libraries: CLIENT_LIBRARIES }),
    {
      name: 'the-browser-takes-nothing-native',
      severity: 'error',
      comment: 'What the client imports of projections, search and ml must run in a browser, however many files away it is.',
      from: { path: '^client/', pathNot: NOT_IN_A_BROWSER },
      to: { path: NATIVE, reachable: true },
    },
    {
      name: 'drivers-are-chosen-in-one-place',
      severity: 'error',
      comment:
        'server/sqlite/driver.ts chooses the driver that serves the Node at hand: a driver imported by its name aborts on other versions.',
      from: { pathNot: '^server/sqlite/driver\\.ts$' },
      to: { path: '(^|/)better-sqlite3(-12)?(/|$)' },
    },
    {
      name: 'nobody-imports-server',
      severity: 'error',
      comment: 'Everything may be used by the server; the server is used by nobody.',
      from: { pathNot: '^server/' },
      to: { path: '^server/' },
    },
    {
      name: 'nobody-imports-client',
      severity: 'error',
      comment:
        'Screens are built on everything and nothing is built on screens: what a spec or a helper of it needs as well belongs to domain. The simulation runs the replica of a browser.',
      from: { pathNot: '^(client|server/simulation)/' },
      to: { path: '^client/' },
    },
    {
      name: 'the-simulation-runs-the-replica-alone',
      severity: 'error',
      comment: 'Browsers are simulated without their screens.',
      from: { path: '^server/simulation/' },
      to: { path: '^client/', pathNot: '^client/replica/' },
    },
    {
      name: 'features-keep-apart',
      severity: 'error',
      comment:
        'A folder of client/features imports no other: what two of them need is in client/shared. Screens lead to each other by path.',
      from: { path: '^client/features/([^/]+)/', pathNot: SPEC },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'shared-stands-below-features',
      severity: 'error',
      comment: 'What features share knows none of them.',
      from: { path: '^client/shared/', pathNot: SPEC },
      to: { path: '^client/features/' },
    },
    {
      name: 'the-shell-opens-screens-alone',
      severity: 'error',
      comment:
        'client/app leads to whole screens and is part of every first load: it takes nothing else of features, and nothing that they share.',
      from: { path: '^client/app/', pathNot: SPEC },
      to: { path: '^client/(features|shared)/', pathNot: '\\.screen\\.tsx$' },
    },
    {
      name: 'parts-and-replica-stand-below-screens',
      severity: 'error',
      comment: 'client/ui and client/replica know no screen, no shell and nothing that screens share.',
      from: { path: '^client/(ui|replica)/', pathNot: SPEC },
      to: { path: '^client/(app|shared|features)/' },
    },
    wiredInOnePlace('the-sqlite-log', '^server/event-store/sqlite/'),
    wiredInOnePlace('the-eventstoredb-log', '^server/event-store/eventstoredb/'),
    wiredInOnePlace('the-memory-log', '^server/event-store/memory/'),
    wiredInOnePlace('embedded-search', '^server/discovery/embedded/'),
    wiredInOnePlace('meilisearch', '^server/discovery/meilisearch/'),
    wiredInOnePlace('the-sqlite-view-store', '^server/view-store/'),
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle means that two files are one, or that a third is missing: of types too.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that leads nowhere is not checked by the rules above.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css', '^virtual:'] },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      comment: "A library that no package.json names may vanish with somebody else's upgrade.",
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|(^|/)coverage/' },
    parser: 'swc', // TypeScript 7 has no API that the default parser could use: without this it reads nothing and reports success.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    combinedDependencies: true,
    skipAnalysisNotInRules: true,
  },
};
