import { type Balance, balanceOf } from '@proofmark/matching/balance'
import { type Model, START_MODEL } from '@proofmark/matching/model'
import { readContent, VERSION } from '@proofmark/matching/model-file/model-content'
import { modelOf } from '@proofmark/matching/model-file/model-file'
import type pg from 'pg'
import type { Context } from '../../access/context.ts'

const START = balanceOf(START_MODEL)

/** The balance of a model is worked out once; models are few, and one of a version never changes. */
const known = new Map<string, Balance>([[START_MODEL.version, START]])
const MOST_KNOWN = 8

async function readModel(client: pg.ClientBase, version: string): Promise<Model | null> {
  const { rows } = await client.query<{ content: unknown }>('SELECT content FROM learned_model WHERE version = $1', [
    version,
  ])
  return rows[0] ? modelOf({ version, content: readContent(rows[0].content, 'content') }) : null
}

/** The balance of the model of this version; null where there is none. Every start model is the one of this program. */
export async function balanceNamed(client: pg.ClientBase, version: string): Promise<Balance | null> {
  if (!VERSION.test(version)) return version === START_MODEL.version ? START : null
  const found = known.get(version)
  if (found) return found
  const model = await readModel(client, version)
  if (!model) return null
  if (known.size >= MOST_KNOWN) known.clear()
  const balance = balanceOf(model)
  known.set(version, balance)
  return balance
}

/** The version of the model that stands: what was approved last, else the start model. */
export async function standingVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>({
    name: 'standing-model',
    text: 'SELECT version FROM model_approval ORDER BY number DESC LIMIT 1',
  })
  const version = rows[0]?.version
  return version !== undefined && VERSION.test(version) ? version : START_MODEL.version
}

/**
 * The balance of the model that stands, read in this transaction. A transaction asks once and keeps to the answer, so
 * that nothing in it is weighed by two models.
 */
export async function standingBalance(client: pg.ClientBase): Promise<Balance> {
  return (await balanceNamed(client, await standingVersion(client))) ?? START
}

const ofContext = new WeakMap<Context, Promise<Balance>>()

/** The balance of the model that stands, the same for all that one command does. */
export function balanceFor(context: Context): Promise<Balance> {
  const found = ofContext.get(context)
  if (found) return found
  const balance = standingBalance(context.client)
  ofContext.set(context, balance)
  return balance
}
