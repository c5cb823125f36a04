import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { aggregates, commandTypes } from '@alongside/domain/protocol/registry.js';
import { allViews, PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import { controllers } from '../app/features.js';
import { z } from 'zod';
import { endpoints } from './endpoints.js';
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

  test('names each endpoint exactly once, and nothing that is no route', () => {
    const listed = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(listed).size).toBe(listed.length);
    const routes = new Set(controllers.flatMap(routesOf));
    expect(listed.filter((one) => !routes.has(one))).toEqual([]);
  });

  test('has the structure of OpenAPI 3.1', () => {
    expect(document.safeParse(api).error?.issues ?? []).toEqual([]);
  });
});

const described31 = z.looseObject({ description: z.string().min(1) });
const content = z.record(z.string(), z.strictObject({ schema: z.looseObject({}) }));
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.looseObject({}),
});
const operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  tags: z.array(z.string()),
  security: z.array(z.strictObject({ session: z.array(z.string()) })),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5](\d\d|XX)$/), described31.extend({ content: content.optional() })),
});
const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string(), license: z.looseObject({ name: z.string() }) }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'delete', 'put', 'patch']), operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    securitySchemes: z.strictObject({ session: z.strictObject({ type: z.literal('apiKey'), in: z.literal('cookie'), name: z.string() }) }),
  }),
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
