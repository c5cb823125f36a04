import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { aggregates, commandTypes } from '@alongside/domain/protocol/registry.js';
import { allViews, PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import { controllers } from '../app/features.js';
import { docsPage } from './docs-page.js';
import { openApi } from './openapi.js';

const described = { areas: Object.values(aggregates), views: allViews.filter(({ name }) => PUBLIC_VIEWS.has(name)) };
const api = openApi(described) as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, unknown> };
};

describe('the description of the interface', () => {
  test('holds every command and every public view, and all that it refers to', () => {
    expect(api.openapi).toBe('3.1.0');
    for (const type of commandTypes) expect(api.components.schemas).toHaveProperty(type);
    for (const view of PUBLIC_VIEWS) expect(api.paths).toHaveProperty([`/api/views/${view}`, 'get']);
    const references = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(commandTypes.length);
    expect(references.filter((name) => !(name! in api.components.schemas))).toEqual([]);
  });

  test('names every operation once, and every parameter of a path', () => {
    const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, ...operation } of operations) {
      const named = ((operation as { parameters?: { name: string; in: string }[] }).parameters ?? [])
        .filter((one) => one.in === 'path')
        .map(({ name }) => name);
      expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  test('leaves no route out', () => {
    const routes = controllers.flatMap(routesOf);
    expect(routes.length).toBeGreaterThan(10);
    const told = new Set(Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`)));
    expect(routes.filter((route) => !told.has(route) && !route.startsWith('get /api/views/'))).toEqual([]);
  });

  test('as a page has a heading for every command and no script', () => {
    const page = docsPage(described);
    for (const type of commandTypes) expect(page).toContain(`<h3 id="${type}">`);
    expect(page).not.toMatch(/<script|style=|onclick/);
  });
});

function routesOf(controller: { readonly prototype: object }): readonly string[] {
  const prefix: string = Reflect.getMetadata('path', controller);
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    if (name === 'constructor') return [];
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object | undefined;
    const path: string | undefined = handler && Reflect.getMetadata('path', handler);
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler!)]!.toLowerCase();
    return [`${method} /${prefix}${path === '/' ? '' : `/${path.replace(/:(\w+)/g, '{$1}')}`}`];
  });
}
