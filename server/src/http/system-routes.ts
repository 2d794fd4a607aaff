import { ProofmarkError } from '@proofmark/contract/errors'
import { openApiDocument } from '@proofmark/contract/openapi'
import type { Handlers } from './endpoint.ts'
import type { HttpServices } from './services.ts'

/** Is it alive, is it ready, what does it promise? */
export function systemRoutes({ pool, version }: HttpServices): Pick<Handlers, 'health' | 'ready' | 'openapi'> {
  return {
    health: async () => ({ status: 'ok' }),
    ready: async () => {
      try {
        await pool.query('SELECT 1')
        return { status: 'ok' }
      } catch (cause) {
        throw new ProofmarkError('unavailable', {}, cause)
      }
    },
    openapi: async () => openApiDocument(version),
  }
}
