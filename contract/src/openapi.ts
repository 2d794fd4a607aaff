import * as z from 'zod'
import { ERRORS, type ErrorCode } from './errors.ts'
import { PATHS, type RouteName } from './paths.ts'
import { ROUTES, type Route } from './routes.ts'

/** Errors that any route may answer with, whatever it does. */
const COMMON: readonly ErrorCode[] = ['body_invalid', 'host_refused', 'origin_refused', 'unexpected']
const SIGNED_IN: readonly ErrorCode[] = ['sign_in_needed', 'role_needed', 'enrolment_needed']

function parameters(path: string, query: Route['query'] = {}) {
  const schema = { type: 'string' }
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema })),
    ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, schema })),
  ]
}

function answerContent(answer: Route['answer']) {
  if (answer === 'file') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  if (answer === 'csv') return { 'text/csv': { schema: { type: 'string' } } }
  return { 'application/json': { schema: z.toJSONSchema(answer, { io: 'output' }) } }
}

function failures(codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      String(status),
      {
        description: listed.join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  )
}

function requestBody(body: Route['body']) {
  if (body === null) return {}
  if (body === 'file') {
    const schema = { type: 'string', format: 'binary' }
    return {
      requestBody: { required: true, content: { 'text/csv': { schema }, 'application/octet-stream': { schema } } },
    }
  }
  return {
    requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } } },
  }
}

/** The OpenAPI 3.1 document of every route in the contract. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name]
    const { method, path } = PATHS[name]
    const open = route.roles === null
    const operation = {
      operationId: name,
      summary: route.summary,
      parameters: parameters(path, route.query),
      ...requestBody(route.body),
      ...(open ? { security: [] } : {}),
      responses: {
        200: {
          description: 'Done.',
          content: answerContent(route.answer),
        },
        ...failures([...COMMON, ...(open ? [] : SIGNED_IN), ...route.errors]),
      },
      'x-audit-events': route.audit,
      'x-roles': route.roles,
    }
    const template = path.replace(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation }
  }
  const parametersSchema = { type: 'object', additionalProperties: { type: ['string', 'number'] } }
  return {
    openapi: '3.1.0',
    info: { title: 'Proofmark', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'proofmark' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message', 'parameters'],
              properties: {
                code: { type: 'string', enum: Object.keys(ERRORS) },
                message: { type: 'string' },
                parameters: parametersSchema,
              },
            },
          },
        },
      },
    },
  }
}
