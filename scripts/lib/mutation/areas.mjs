// What `npm run mutate` may change, and the specs that should notice. A project is one of jest.config.mjs.
const unit = (folder, ...specs) => ({ folder, project: 'unit', specs: [folder, ...specs].map((name) => `**/${name}/**/*.unit.spec.ts`) });

export const AREAS = {
  domain: unit('domain'),
  policies: unit('domain/policies'),
  'projections/engine': unit('projections/engine', 'projections/views'),
  'server/commands': unit('server/commands', 'server/simulation'),
  'server/realtime': unit('server/realtime', 'server/simulation'),
  'client/replica': { folder: 'client/replica', project: 'ui', specs: ['**/client/replica/**/*.unit.spec.ts'] },
};
